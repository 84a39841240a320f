import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFeaturedCampaign } from "#app/domain/campaigns/queries.server.ts";
import { periods } from "#app/domain/retention/periods.ts";
import { publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { Stated } from "#app/ui/footer.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { hydrate: false, pageClass: "public" };
export const headers = () => publicPage;

/** What is held about signers, in plain words. It names the mail provider that is really used. */
export async function loader({ context: { db, env, locale } }: LoaderFunctionArgs) {
  const { resend, smtpUrl } = env.mail;
  const campaign = await findFeaturedCampaign(db, locale);
  return {
    campaign,
    examples: env.localMode,
    mailBy: resend ? ("resend" as const) : smtpUrl ? ("smtp" as const) : ("file" as const),
    title: words(locale).privacy.title,
    url: env.appUrl + localizedPath(locale, "/privacy"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Undersigned` },
  { tagName: "link", rel: "canonical", href: data?.url },
];

export default function Privacy() {
  const { campaign, examples, mailBy } = useLoaderData<typeof loader>();
  const { privacy, common } = useWords();
  const to = useLocalizedPath();
  const { held, basis, shown, threat, technical, time, rights } = privacy;
  return (
    <Page campaign={campaign} examples={examples} current="privacy">
      <h1>{privacy.title}</h1>
      <p className="standfirst">{privacy.standfirst}</p>
      <h2>{held.heading}</h2>
      <p>{held.intro}</p>
      <Lines of={held.items(periods)} />
      <p className="gap">{held.pledge.heading}</p>
      <Lines of={held.pledge.items} />
      <p className="gap">{held.letter.heading}</p>
      <Lines of={held.letter.items} />
      <p className="gap">{held.never}</p>
      <h2>{basis.heading}</h2>
      <Paragraphs of={basis.text} />
      <h2>{shown.heading}</h2>
      <Lines of={[...shown.items(campaign?.company ?? "The company"), shown.mailBy[mailBy]]} />
      <p className="gap">{shown.handedOver}</p>
      <h2>{threat.heading}</h2>
      <Paragraphs of={threat.text} />
      <h2>{technical.heading}</h2>
      <Lines of={technical.items(periods)} />
      <h2>{time.heading}</h2>
      <Lines of={time.items(periods)} />
      <h2>{rights.heading}</h2>
      <p>{rights.text}</p>
      <p className="gap">
        <a href={to("/manage")}>{rights.link}</a>
      </p>
      <p className="gap">{rights.erasure}</p>
      <p className="gap">
        {rights.ask}{" "}
        <Stated
          value={campaign?.imprint.privacyContact ?? null}
          example={examples && common.example.privacyContact}
          missing={rights.missing}
        >
          {(address) => <a href={`mailto:${address}`}>{address}</a>}
        </Stated>{" "}
        {rights.complain}
      </p>
    </Page>
  );
}

const Paragraphs = ({ of }: { of: readonly string[] }) =>
  of.map((text, i) => (
    <p key={text} className={i > 0 ? "gap" : undefined}>
      {text}
    </p>
  ));
