import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";

export const headers = () => publicPage;

/** Thanks a reader for reporting a letter. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  return { campaign, examples: context.env.localMode, locale: context.locale };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${words(page?.locale ?? "en").lettersPublic.report.thanks.title} · Undersigned` },
  { name: "robots", content: "noindex" },
];

export default function Reported() {
  const { campaign, examples } = useLoaderData<typeof loader>();
  const { thanks } = useWords().lettersPublic.report;
  const to = useLocalizedPath();
  return (
    <Page campaign={campaign} examples={examples}>
      <h1>{thanks.title}</h1>
      <p className="standfirst">{thanks.text}</p>
      <p className="gap">
        <a href={to(`/c/${campaign.slug}/letters`)}>{thanks.back}</a>
      </p>
    </Page>
  );
}
