import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { listNamedHolders } from "#app/domain/names/list-named-holders.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound, peoplesPage } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { useWords } from "#app/ui/locale.tsx";
import { OlderNames } from "#app/ui/names/older-names.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/names.css?url";
import pledgeStyles from "#app/ui/styles/pledge.css?url";

export const headers = () => peoplesPage;

/** Holders before one of them: a path, since no cache looks at a query. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const campaign = await context.findCampaign(params.campaign ?? "");
  const meeting = campaign && (await findPledgeMeeting(db, campaign.id));
  const of = meeting && { campaignId: campaign.id, meetingId: meeting.id };
  const page = of && (await listNamedHolders(db, of, params.cursor ?? ""));
  if (!campaign || !page) throw notFound();
  return { campaign, page, locale, examples: env.localMode };
}

export const links: LinksFunction = () => [pledgeStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { names: say } = words(page.locale);
  const title = `${say.olderTitle} · ${say.holders.titleOf(page.campaign.title)} · Undersigned`;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Older() {
  const { campaign, page, examples } = useLoaderData<typeof loader>();
  const { names: say } = useWords();
  const first = `/c/${campaign.slug}/pledges`;
  return (
    <OlderNames campaign={campaign} examples={examples} first={first} page={page} title={say.holders.heading}>
      <Disclosures company={campaign.company} />
    </OlderNames>
  );
}
