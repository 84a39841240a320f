import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { findPublishedUpdate } from "#app/domain/outgoing/updates/archive/archive.server.ts";
import { excerptOf } from "#app/domain/outgoing/updates/archive/published-update.ts";
import { findShareImage } from "#app/domain/pages/find-share-image.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound, orNotFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import { feedLink, shareMeta } from "#app/ui/share-meta.ts";
import { updateData } from "#app/ui/structured-data.ts";
import styles from "#app/ui/styles/updates.css?url";
import { UpdateDateline } from "#app/ui/update-dateline.tsx";

export const headers = () => publicPage;

/** Shows an update as it was emailed. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "", locale);
  if (!campaign || !/^[1-9]\d{0,8}$/.test(params.number ?? "")) throw notFound();
  const asked = { campaignId: campaign.id, locale, localMode: env.localMode };
  const update = orNotFound(await findPublishedUpdate(db, asked, Number(params.number)));
  const feed = env.appUrl + localizedPath(locale, `/c/${campaign.slug}/updates.atom`);
  const url = env.appUrl + localizedPath(locale, `/c/${campaign.slug}/updates/${update.number}`);
  const image = await findShareImage(db, { ...asked, number: update.number });
  return { campaign, examples: env.localMode, locale, update, feed, url, image };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { locale, update, campaign, feed, url, image } = data;
  const startedAt = new Date(update.startedAt).toISOString();
  const description = excerptOf(update.blocks) || words(locale).archive.description(campaign.title);
  return [
    ...shareMeta({ title: update.subject, description, url, type: "article", campaign, image }, locale),
    { property: "article:published_time", content: startedAt },
    updateData({
      headline: update.subject,
      url,
      language: update.locale,
      publishedAt: startedAt,
      organization: campaign.organization,
    }),
    feedLink(words(locale).archive.titleOf(campaign.title), feed),
  ];
};

export default function Update() {
  const { campaign, examples, update } = useLoaderData<typeof loader>();
  const { archive } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  return (
    <Page campaign={campaign} examples={examples} current="updates">
      <article className="update" lang={update.locale}>
        <p className="eyebrow" lang={locale}>
          <a href={to(`/c/${campaign.slug}`)} lang={campaign.language}>
            {campaign.title}
          </a>{" "}
          <InLanguage language={campaign.language} />
        </p>
        <h1>{update.subject}</h1>
        <UpdateDateline of={update} />
        <div className="rich">
          <RichText blocks={update.blocks} />
        </div>
      </article>
      <div className="next-steps">
        {update.isForShareholders ? (
          <ButtonLink variant="act" href={to(`/c/${campaign.slug}/pledge`)}>
            {archive.toPledge}
          </ButtonLink>
        ) : (
          <ButtonLink variant="act" href={to(`/c/${campaign.slug}#sign`)}>
            {archive.toPetition}
          </ButtonLink>
        )}
        <p>
          <a href={to(`/c/${campaign.slug}`)}>{archive.toCase}</a>
          <a href={to(`/c/${campaign.slug}/updates`)}>{archive.all}</a>
        </p>
      </div>
    </Page>
  );
}
