import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/embed.css?url";

export const headers = () => publicPage;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Shows how other sites embed form or count, and where the open data are. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
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

/** Lists every open data address. */
function OpenData({ origin, slug }: { origin: string; slug: string }) {
  const { data } = useWords().embed;
  const to = useLocalizedPath();
  const campaign = `/c/${slug}`;
  const rows = [
    [data.rows.count, `${campaign}/count.json`],
    [data.rows.series, `${campaign}/series.json`],
    [data.rows.seriesCsv, `${campaign}/series.csv`],
    [data.rows.pledges, `${campaign}/pledges.json`],
    [data.rows.letters, `${campaign}/letters.json`],
    [data.rows.updates, to(`${campaign}/updates.atom`)],
    [data.rows.api, "/api/v1/openapi.json"],
  ] as const;
  return (
    <section className="open-data">
      <h2>{data.heading}</h2>
      <p>{data.text}</p>
      <dl className="addresses">
        {rows.map(([what, path]) => (
          <div key={path}>
            <dt>{what}</dt>
            <dd>
              <a href={path}>
                <span className="vh">{origin}</span>
                {path}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small muted gap">{data.five}</p>
    </section>
  );
}

type SnippetProps = {
  id: string;
  words: { heading: string; text: string };
  frame: { origin: string; path: string; height: number; title: string };
  /** The link for browsers without frames. */
  link: { path: string; text: string };
};

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** Shows a widget, and the lines that put it on another page. */
function Snippet({ id, words, frame, link }: SnippetProps) {
  const { embed } = useWords();
  const { origin, path, height, title } = frame;
  const code = [
    `<iframe src="${origin}${path}?source=${embed.sourceField}" title="${escaped(title)}" ` +
      `width="100%" height="${height}" style="border:0;max-width:34rem" loading="lazy"></iframe>`,
    `<script src="${origin}/embed.js" async></script>`,
    `<noscript><a href="${origin}${link.path}">${escaped(link.text)}</a></noscript>`,
  ].join("\n");
  return (
    <section className="snippet">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <h3>{embed.code}</h3>
      <pre>
        <code id={id}>{code}</code>
      </pre>
      {/* Shown by a script if copying works: otherwise the code above is selected by hand. */}
      <Button type="button" hidden data-copy={id} data-copied={embed.copied}>
        {embed.copy}
      </Button>
      <p className="small muted gap">
        {embed.source(embed.sourceField)} {embed.height}
      </p>
      <h3>{embed.preview}</h3>
      <iframe src={path} title={title} width="100%" height={height} loading="lazy" />
    </section>
  );
}
