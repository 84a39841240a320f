import { knownZones } from "#app/domain/base/zone.ts";
import { countries } from "#app/ui/country-select.tsx";
import type { CompanyChoices } from "#app/ui/meetings/company-fields.tsx";

/** Returns the choices in a company's form. The console is in English. */
export const companyChoices = (): CompanyChoices => ({ countries: countries("en"), zones: knownZones });
