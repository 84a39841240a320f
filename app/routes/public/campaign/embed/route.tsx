import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/embed.css?url";
import { OpenData } from "./open-data.tsx";
import { Snippet } from "./snippet.tsx";

export const headers = () => publicPage;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Shows how other sites embed form or count, and where the open data are. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "", locale);
  if (!campaign) throw notFound();
  return { campaign, examples: env.localMode, locale, origin: env.appUrl };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { embed } = words(data.locale);
  const url = data.origin + localizedPath(data.locale, `/c/${data.campaign.slug}/embed`);
  const title = `${embed.title}: ${data.campaign.title}`;
  const { campaign } = data;
  return shareMeta({ title, description: embed.standfirst, url, type: "website", campaign }, data.locale);
};

export default function Embed() {
  const { campaign, examples, origin } = useLoaderData<typeof loader>();
  const { embed } = useWords();
  const to = useLocalizedPath();
  const path = to(`/c/${campaign.slug}/widget`);
  return (
    <Page campaign={campaign} examples={examples}>
      <CampaignEyebrow campaign={campaign} />
      <h1>{embed.title}</h1>
      <p className="standfirst">{embed.standfirst}</p>
      <Snippet
        id="embed-form"
        words={embed.form}
        frame={{ origin, path, height: 900, title: embed.frameTitle(campaign.title) }}
        link={{ path: to(`/c/${campaign.slug}#sign`), text: embed.fallback(campaign.title) }}
      />
      <Snippet
        id="embed-counter"
        words={embed.counter}
        frame={{ origin, path: `${path}/counter`, height: 280, title: embed.counterTitle(campaign.title) }}
        link={{ path: to(`/c/${campaign.slug}`), text: embed.fallback(campaign.title) }}
      />
      <h2>{embed.private.heading}</h2>
      <Lines of={embed.private.points} />
      <OpenData origin={origin} slug={campaign.slug} />
      <script src="/count.js" type="module" />
      <script src="/embed.js" defer />
    </Page>
  );
}
