import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { companyNamed } from "#app/domain/campaign/company/campaign-companies.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { type AppLoadContext, redirect } from "./remix.server.ts";
import { requireCampaign } from "./require-organizer.server.ts";

type Args = { request: Request; context: AppLoadContext; params: { campaign?: string | undefined } };

/**
 * Does the same as `requireCampaign`, for the company that `?company=` names; without one, the first. 404 for
 * a company of another campaign. `at` adds the company to an address. If there are several, a page opened
 * without one redirects to its address with it: posts from there stay about that company even if another
 * becomes the first.
 */
export async function requireCompany(args: Args, right: OrganizerRight | readonly OrganizerRight[]) {
  const found = await requireCampaign(args, right);
  const { campaign, scope } = found;
  const companies = await listCompaniesOf(args.context.db, campaign.id);
  const url = new URL(args.request.url);
  const asked = url.searchParams.get("company");
  const company = orNotFound(companyNamed(companies, asked));
  const several = companies.length > 1;
  if (several && !asked && args.request.method === "GET") {
    url.searchParams.set("company", company.slug);
    throw redirect(`${url.pathname}${url.search}`, 302);
  }
  const at = (page: string, more: Record<string, string> = {}) => {
    const search = new URLSearchParams({ ...more, ...(several && { company: company.slug }) }).toString();
    return `/organize/c/${campaign.slug}/${page}${search && `?${search}`}`;
  };
  return { ...found, companies, company, scope: { ...scope, companyId: company.id }, at };
}
