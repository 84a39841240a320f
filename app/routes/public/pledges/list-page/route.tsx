import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { anyCompany } from "#app/domain/campaign/company/campaign-companies.ts";
import { listOpenMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { listNamedHolders } from "#app/domain/names/list-named-holders.server.ts";
import type {
  AppLoadContext,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { OlderNames } from "#app/ui/names/name-list.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/names.css?url";
import pledgeStyles from "#app/ui/styles/pledge.css?url";

export const headers = () => peoplesPage;

/** Lists holders before one of them: a path, since no cache reads queries. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const found = orNotFound(await findPage(context.db, campaign, params.cursor ?? ""));
  return { campaign, ...found, locale: context.locale, examples: context.env.localMode };
}

/** Finds the page in the list of the company whose meeting the holder pledges for. */
async function findPage(db: AppLoadContext["db"], { id: campaignId, companies }: Campaign, cursor: string) {
  for (const company of companies) {
    for (const { id: meetingId } of await listOpenMeetings(db, campaignId, company.id)) {
      const page = await listNamedHolders(db, { campaignId, meetingId }, cursor);
      if (page) return { page, of: companies.length > 1 ? company.name : null };
    }
  }
  return null;
}

export const links: LinksFunction = () => [pledgeStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { names: say } = words(page.locale);
  const title = `${say.olderTitle} · ${say.holders.titleOf(page.campaign.title)} · Undersigned`;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Older() {
  const { campaign, page, of, examples } = useLoaderData<typeof loader>();
  const { names: say } = useWords();
  const locale = useLocale();
  const title = of ? `${say.holders.heading} · ${of}` : say.holders.heading;
  const first = `/c/${campaign.slug}/pledges`;
  return (
    <OlderNames campaign={campaign} examples={examples} first={first} page={page} title={title}>
      <Disclosures company={anyCompany(campaign, locale)} />
    </OlderNames>
  );
}
