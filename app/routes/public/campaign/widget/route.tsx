import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import { findCampaign, readCounts } from "#app/domain/campaign/queries.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, widgetPage } from "#app/http/respond.server.ts";
import { Count } from "#app/ui/count.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { NotOpen } from "#app/ui/not-open.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { SignForm, WhatHappensNext } from "#app/ui/sign-form.tsx";
import styles from "#app/ui/styles/widget.css?url";
import { WidgetFrame } from "#app/ui/widget-frame.tsx";

export const headers = () => widgetPage;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Shows the form on other sites. It submits into a tab of this site. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const { signatures } = await readCounts(db, campaign.id);
  return { campaign, signatures, signing: readSigning(campaign, env.localMode) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.campaign.title ?? "" }];

export default function SignWidget() {
  const { campaign, signatures, signing } = useLoaderData<typeof loader>();
  const { sign, embed } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  return (
    <WidgetFrame campaign={campaign} label={embed.frameTitle(campaign.title)}>
      <p className="petition" lang={locale}>
        <span lang={campaign.petition.language}>{campaign.petition.summary}</span>{" "}
        <InLanguage language={campaign.petition.language} />{" "}
        <a href={to(`/c/${campaign.slug}/petition`)}>{sign.form.fullText}</a>
      </p>
      <Count campaign={campaign} signatures={signatures} />
      {signing.outcome === "open" ? (
        <>
          <SignForm action={`/c/${campaign.slug}/sign`} companies={campaign.companies} embedded />
          <p className="small muted new-tab">{embed.widget.newTab}</p>
          <WhatHappensNext
            privacyLink={<a href={to(`/c/${campaign.slug}/privacy`)}>{sign.form.next.privacyLink}</a>}
          />
        </>
      ) : (
        <NotOpen signing={signing} />
      )}
    </WidgetFrame>
  );
}
