import { knownZones } from "#app/domain/base/zone.ts";
import type { CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { companiesTicked } from "#app/domain/campaign/company/campaign-companies.ts";
import { countries } from "#app/ui/country-select.tsx";
import type { CompanyChoices } from "#app/ui/meetings/company-fields.tsx";
import type { ParsedForm } from "./form.server.ts";

/**
 * Adds to a form that asks which companies get a name the ids of the ticked ones; null if none is ticked. A
 * company of another campaign is an error of the form.
 */
export function withCompanies<T extends object>(
  form: ParsedForm<T>,
  companies: readonly Pick<CampaignCompany, "id" | "slug">[],
): ParsedForm<T & { companyIds: number[] | null }> {
  const field = "consent_deliver";
  const ticked = companiesTicked(companies, [form.values[field] ?? []].flat());
  const errors = form.ok ? [] : form.errors;
  if (!ticked && !errors.some((error) => error.field === field)) {
    const code = companies.length > 1 ? "company-unknown" : "missing";
    return { ok: false, errors: [...errors, { field, code }], values: form.values };
  }
  if (!form.ok) return form;
  const companyIds = ticked?.length ? ticked.map(({ id }) => id) : null;
  return { ...form, value: { ...form.value, companyIds } };
}

/** Returns the choices in a company's form. The console is in English. */
export const companyChoices = (): CompanyChoices => ({ countries: countries("en"), zones: knownZones });
