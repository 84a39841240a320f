import { z } from "zod";
import { parseAddress } from "#app/domain/base/address.ts";
import { jurisdictionNames } from "#app/domain/base/jurisdictions/index.ts";
import { knownZones } from "#app/domain/base/zone.ts";
import {
  agreeOnSource,
  httpsField,
  lineField,
  refusing,
  sourceFields,
  sourceOf,
} from "#app/domain/campaign/forms/source-form.ts";
import type { Locale } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";
import { nameField, otherLocales } from "./company-names.ts";
import type { CompanyRow } from "./find-company.server.ts";

/** What organizers enter about a company. */
export type CompanyValues = Omit<CompanyRow, "id" | "slug" | "verifiedAt" | "verifiedBy">;

const line = (most: number) => lineField("text", most);
const needed = (most: number, missing: string) =>
  line(most)
    .refine((text) => text !== null, missing)
    .transform((text) => text ?? "");
const names = Object.fromEntries(otherLocales.map((locale) => [nameField(locale), line(80)]));

export const companyForm = (now: Date) =>
  z
    .object({
      /** Fingerprint of the company when the edit began; empty for a new one. */
      seen: z.string().max(100).optional(),
      name: needed(80, "name-missing"),
      ...names,
      legal_name: line(120),
      ticker: needed(12, "ticker-missing"),
      exchange: needed(60, "exchange-missing"),
      zone: z.enum(knownZones, "zone-missing"),
      country: z.enum(countryCodes, "country-missing"),
      jurisdiction: z.enum(jurisdictionNames, "jurisdiction-missing"),
      register: line(60),
      register_number: line(40),
      incorporated_in: line(60),
      fiscal_year_end: line(5).refine(
        (day) => day === null || /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day),
        "month-day",
      ),
      share_votes: line(300),
      investor_relations_url: httpsField,
      investor_relations_email: line(254).refine(
        (text) => text === null || parseAddress(text) !== null,
        "email-shape",
      ),
      investor_relations_phone: line(40),
      secretary_address: line(300),
      ...sourceFields(now),
    })
    .superRefine((form, issue) => {
      const refuse = refusing(issue);
      if (form.register === null && form.register_number !== null) refuse("register", "register-missing");
      agreeOnSource(form, refuse);
    });

export function companyOfForm(form: z.output<ReturnType<typeof companyForm>>): CompanyValues {
  const named = otherLocales.flatMap((locale) => {
    const name = (form as Record<string, unknown>)[nameField(locale)];
    return typeof name === "string" ? [[locale, name]] : [];
  });
  return {
    name: form.name,
    names: Object.fromEntries(named),
    legalName: form.legal_name,
    ticker: form.ticker,
    exchange: form.exchange,
    zone: form.zone,
    country: form.country,
    jurisdiction: form.jurisdiction,
    register: form.register,
    registerNumber: form.register_number,
    incorporatedIn: form.incorporated_in,
    fiscalYearEnd: form.fiscal_year_end,
    shareVotes: form.share_votes,
    investorRelationsUrl: form.investor_relations_url,
    investorRelationsEmail: form.investor_relations_email,
    investorRelationsPhone: form.investor_relations_phone,
    secretaryAddress: form.secretary_address,
    ...sourceOf(form),
  };
}

/** Fills `companyForm` with a company. */
export function fieldsOfCompany(company: CompanyRow): Record<string, string> {
  const named = Object.entries(company.names).map(([locale, name]) => [nameField(locale as Locale), name]);
  const fields = {
    name: company.name,
    ...Object.fromEntries(named),
    legal_name: company.legalName,
    ticker: company.ticker,
    exchange: company.exchange,
    zone: company.zone,
    country: company.country,
    jurisdiction: company.jurisdiction,
    register: company.register,
    register_number: company.registerNumber,
    incorporated_in: company.incorporatedIn,
    fiscal_year_end: company.fiscalYearEnd,
    share_votes: company.shareVotes,
    investor_relations_url: company.investorRelationsUrl,
    investor_relations_email: company.investorRelationsEmail,
    investor_relations_phone: company.investorRelationsPhone,
    secretary_address: company.secretaryAddress,
    source_url: company.sourceUrl,
    as_of: company.asOf,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : [])),
  );
}
