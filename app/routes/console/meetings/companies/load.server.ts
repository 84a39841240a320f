import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { listCompanies } from "#app/domain/campaign/company/change-company.server.ts";
import { companiesApproval } from "#app/domain/campaign/company/companies-approval.ts";
import { readCompanies } from "#app/domain/campaign/company/read-companies.server.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import { companyChoices } from "#app/http/choose-companies.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

/** Loads a campaign's companies, those that can be added, and what waits for an approval. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const { organizerId } = scope;
  const { companies, asked } = await readCompanies(db, campaign.id);
  const known = await listCompanies(db, organizerId);
  const stateOf = await readApprovalStates(db, scope, companiesApproval);
  const approval = asked
    ? await readApproval(db, { campaignId: campaign.id, kind: "companies", subject: asked.subject })
    : null;
  return {
    slug: campaign.slug,
    status: campaign.status,
    companies,
    asked,
    asking: { asked: approval?.asked ?? [], now: new Date().toISOString() },
    state: stateOf([asked?.by?.id]),
    sentBack: await listSentBack(db, { campaign, organizerId, kinds: ["companies"] }),
    known: known
      .filter(({ slug }) => companies.every((one) => one.slug !== slug))
      .map(({ slug, name }) => ({ slug, name })),
    choices: companyChoices(),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type CompaniesPage = ReturnType<typeof useLoaderData<typeof load>>;
