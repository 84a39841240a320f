import { listSigners } from "#app/domain/names/list-signers.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { useWords } from "#app/ui/locale.tsx";
import { OlderNames } from "#app/ui/names/name-list.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/names.css?url";

export const headers = () => peoplesPage;

/** Lists signers before one of them: a path, since no cache reads queries. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const page = orNotFound(await listSigners(db, campaign.id, params.cursor ?? ""));
  return { campaign, page, locale, examples: env.localMode };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { names: say } = words(page.locale);
  const title = `${say.olderTitle} · ${say.signers.titleOf(page.campaign.title)} · Undersigned`;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Older() {
  const { campaign, page, examples } = useLoaderData<typeof loader>();
  const { names: say } = useWords();
  const first = `/c/${campaign.slug}/signers`;
  return (
    <OlderNames campaign={campaign} examples={examples} first={first} page={page} title={say.signers.title} />
  );
}
