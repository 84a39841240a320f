import { readDays } from "#app/domain/activity/read-series.server.ts";
import { readPreview } from "#app/domain/pages/read-preview.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { type Locale, locales, localizedPath, words } from "#app/i18n/index.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { LocaleProvider, useWords } from "#app/ui/locale.tsx";
import { useLoaderData } from "#app/ui/remix.ts";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow" });

/** Shows the public page as if the drafts were published, to its editors alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db, env } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const withUnpublished = asked.has("all");
  const locale = locales.find((one) => one === asked.get("in")) ?? "en";
  const url = env.appUrl + localizedPath(locale, `/c/${campaign.slug}`);
  const place = { withUnpublished, url, locale, localMode: env.localMode };
  const page = orNotFound(await readPreview(db, campaign.id, place));
  const series = await readDays(db, campaign.id);
  return { page: { ...page, series }, withUnpublished, locale, slug: campaign.slug };
}

export const meta: MetaFunction = () => [
  { title: `${words("en").editing.preview} · Undersigned` },
  { name: "robots", content: "noindex, nofollow" },
];

export default function Preview() {
  const { page, withUnpublished, locale, slug } = useLoaderData<typeof loader>();
  const { previewBar: say } = useWords().editing;
  const base = `/organize/c/${slug}/edit`;
  const to = (all: boolean, language: Locale) => `${base}/preview?in=${language}${all ? "&all=1" : ""}`;
  return (
    <>
      <LocaleProvider locale={locale} path={`/c/${slug}`}>
        <div lang={locale}>
          <CasePage {...page} />
        </div>
      </LocaleProvider>
      <aside className="preview-bar" aria-label={say.label}>
        <p>
          <b>{withUnpublished ? say.all : say.drafts}</b> {say.text}
        </p>
        <p>
          <a href={to(!withUnpublished, locale)}>{withUnpublished ? say.showDrafts : say.showAll}</a>{" "}
          {locales
            .filter((one) => one !== locale)
            .map((one) => (
              <a key={one} href={to(withUnpublished, one)} lang={one}>
                {words(one).language.name}
              </a>
            ))}{" "}
          <a href={base}>{say.back}</a>
        </p>
      </aside>
    </>
  );
}
