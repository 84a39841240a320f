import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCampaign, readCounts } from "#app/domain/campaigns/queries.server.ts";
import { findSignature } from "#app/domain/signatures/queries.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { formatDate, localizedPath, words } from "#app/i18n/index.ts";
import { openToken } from "#app/lib/token.server.ts";
import { Count } from "#app/ui/count.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { ShareLinks } from "#app/ui/share-links.tsx";
import styles from "#app/ui/styles/personal.css?url";

/** Says thank you for a signature that is stored and counted, and for no other. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const opened = openToken(env.keys, "thanks", params.token ?? "", new Date());
  if (opened.outcome === "invalid") throw notFound();
  const signature = await findSignature(db, opened.subject);
  const campaign = signature?.state === "confirmed" ? await findCampaign(db, signature.campaign) : null;
  if (!signature || !campaign) throw notFound();

  const { thanks } = words(locale).personal;
  const receipt =
    opened.outcome === "valid"
      ? { code: signature.receiptCode, version: signature.petitionVersion, signedAt: signature.signedAt }
      : null;
  return {
    campaign,
    receipt,
    examples: env.localMode,
    signatures: (await readCounts(db, campaign.id)).signatures,
    shareUrl: `${env.appUrl}${localizedPath(locale, `/c/${campaign.slug}`)}`,
    title: receipt ? thanks.title : thanks.expiredTitle,
  };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Thanks() {
  const { campaign, receipt, examples, signatures, shareUrl, title } = useLoaderData<typeof loader>();
  const { thanks } = useWords().personal;
  const locale = useLocale();
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">{campaign.title}</p>
      <h1>{title}</h1>
      <Count campaign={campaign} signatures={signatures} />
      {receipt ? (
        <DefinitionList
          items={[
            { term: thanks.receipt, detail: <span className="code">{receipt.code}</span> },
            {
              term: thanks.keep,
              detail: thanks.keepText(receipt.version, formatDate(locale, receipt.signedAt)),
            },
          ]}
        />
      ) : (
        <p className="standfirst">{thanks.expiredText}</p>
      )}
      <section className="steps">
        <h2>{thanks.shareHeading}</h2>
        <ShareLinks url={shareUrl} title={campaign.title} />
      </section>
      <script src="/count.js" defer />
    </Page>
  );
}
