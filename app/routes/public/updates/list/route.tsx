import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import {
  listPublishedLines,
  listPublishedUpdates,
} from "#app/domain/outgoing/updates/archive/archive.server.ts";
import { type ExcerptPart, excerptParts } from "#app/domain/outgoing/updates/archive/published-update.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { feedLink, shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/updates.css?url";
import { UpdateDateline } from "#app/ui/update-dateline.tsx";

export const headers = () => publicPage;

/** Updates shown with their first words; older ones only with date and subject. */
const withWords = 20;

/** Lists sent updates, newest first. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const asked = { campaignId: campaign.id, locale, localMode: env.localMode };
  const newest = await listPublishedUpdates(db, asked, withWords);
  const lines = newest.length < withWords ? [] : await listPublishedLines(db, asked);
  const listed = newest.map(({ blocks, number, startedAt, locale, subject }) => ({
    number,
    startedAt,
    locale,
    subject,
    excerpt: excerptParts(blocks),
  }));
  const url = env.appUrl + localizedPath(locale, `/c/${campaign.slug}/updates`);
  return { campaign, examples: env.localMode, locale, newest: listed, earlier: lines.slice(withWords), url };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { archive } = words(data.locale);
  const title = archive.titleOf(data.campaign.title);
  const description = archive.description(data.campaign.title);
  const { campaign, url } = data;
  const shared = { title, description, url, type: "website", campaign } as const;
  return [...shareMeta(shared, data.locale), feedLink(title, `${data.url}.atom`)];
};

export default function Updates() {
  const { campaign, examples, newest, earlier } = useLoaderData<typeof loader>();
  const { archive } = useWords();
  const to = useLocalizedPath();
  return (
    <Page campaign={campaign} examples={examples} current="updates">
      <CampaignEyebrow campaign={campaign} />
      <h1>{archive.title}</h1>
      <p className="standfirst">{newest.length > 0 ? archive.standfirst : archive.empty}</p>
      <p className="gap">
        {archive.byMail} <a href={to(`/c/${campaign.slug}#sign`)}>{archive.toPetition}</a>
      </p>
      <p className="small muted gap">
        <a href={to(`/c/${campaign.slug}/updates.atom`)}>{archive.feed}</a>
      </p>
      {newest.length > 0 && (
        <ol className="updates">
          {newest.map((update) => (
            <li key={update.number} lang={update.locale}>
              <UpdateDateline of={update} />
              <h2>
                <a href={to(`/c/${campaign.slug}/updates/${update.number}`)}>{update.subject}</a>
              </h2>
              {update.excerpt.map((part, place) => (
                <Excerpt key={String(place)} part={part} />
              ))}
            </li>
          ))}
        </ol>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{archive.earlier}</h2>
          <ol className="earlier">
            {earlier.map((update) => (
              <li key={update.number} lang={update.locale}>
                <UpdateDateline of={update} />
                <a href={to(`/c/${campaign.slug}/updates/${update.number}`)}>{update.subject}</a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Page>
  );
}

function Excerpt({ part }: { part: ExcerptPart }) {
  if (part.kind === "paragraph") return <p className="prose">{part.text}</p>;
  const List = part.ordered ? "ol" : "ul";
  return (
    <List className="rich">
      {part.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </List>
  );
}
