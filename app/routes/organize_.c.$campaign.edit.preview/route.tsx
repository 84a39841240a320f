import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPreview } from "#app/domain/campaigns/read-preview.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { useWords } from "#app/ui/locale.tsx";

export const handle = { hydrate: false, pageClass: "organizer" };
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow" });

/** The public page as it would be once the drafts are published, for those who edit it alone. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db, env } = args.context;
  const withUnpublished = new URL(args.request.url).searchParams.has("all");
  const url = env.appUrl + localizedPath("en", `/c/${campaign.slug}`);
  const place = { withUnpublished, url, locale: "en", localMode: env.localMode } as const;
  const page = await readPreview(db, campaign.id, place);
  if (!page) throw notFound();
  return { page, withUnpublished, slug: campaign.slug };
}

export const meta: MetaFunction = () => [
  { title: `${words("en").editing.preview} · Undersigned` },
  { name: "robots", content: "noindex, nofollow" },
];

export default function Preview() {
  const { page, withUnpublished, slug } = useLoaderData<typeof loader>();
  const { previewBar: say } = useWords().editing;
  const base = `/organize/c/${slug}/edit`;
  return (
    <>
      <div className="preview-bar" role="note">
        <p>
          <b>{withUnpublished ? say.all : say.drafts}</b> {say.text}
        </p>
        <p>
          <a href={withUnpublished ? `${base}/preview` : `${base}/preview?all=1`}>
            {withUnpublished ? say.showDrafts : say.showAll}
          </a>{" "}
          <a href={base}>{say.back}</a>
        </p>
      </div>
      <CasePage {...page} />
    </>
  );
}
