import { listVoices } from "#app/domain/moderation/published-reasons.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { VoicesPage } from "#app/ui/case/voices-page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/names.css?url";

export const headers = () => peoplesPage;

/** Lists those approved before one of them: a path, since no cache reads queries. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const page = orNotFound(await listVoices(db, campaign.id, params.cursor ?? ""));
  return { campaign, page, locale, examples: env.localMode };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const title = `${words(page.locale).case.reasons.title(page.campaign.title)} · Undersigned`;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function OlderVoices() {
  return <VoicesPage {...useLoaderData<typeof loader>()} isFirst={false} />;
}
