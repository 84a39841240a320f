import { asc, eq } from "drizzle-orm";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Db } from "#db/index.ts";
import { campaignCompanies, petitionVersions, targets } from "#db/schema/index.ts";
import { type ListOf, neededConsent, presetColumns } from "./presets.ts";

/** Describes a list for a manifest: whom it holds, what one row is, and what to know to read it. */
export async function describeList(db: Db, campaignId: number, list: ListOf) {
  const rule = await findRuleName(db, campaignId);
  switch (list.preset) {
    case "pledges":
    case "pledges-co-filers":
      return {
        filter: {
          state: list.filter.state,
          meeting: list.filter.meeting,
          ...companyOf(list),
          pledgedFromUtc: list.filter.from,
          pledgedToUtc: list.filter.to,
          consent: list.preset === "pledges-co-filers" ? "contact_cofile, in force" : null,
        },
        oneRow:
          "One row a person, meeting and kind of pledge: the newest version that was confirmed, and a " +
          "newer one that waits for its mail. Superseded versions are left out.",
        holdings:
          list.preset === "pledges"
            ? "What holders told; level document_checked or broker_letter: an organizer has seen papers. " +
              "Only of pledges in force or waiting for review. Not one row is a vote, and no row may be " +
              `added to another${rule ? ` for ${rule}` : ""}.`
            : "None in this file.",
      };
    default:
      return {
        filter: {
          states: list.filter.states.length ? list.filter.states : "all",
          countries: list.filter.countries.length ? list.filter.countries : "all",
          ...companyOf(list),
          signedFromUtc: list.filter.from,
          signedToUtc: list.filter.to,
          consent: list.filter.consent && `${list.filter.consent}, in force`,
        },
        ...consentLeftOut(list),
        ...splitNames(list.preset),
        petitionVersions: await versionsOf(db, campaignId),
        oneRow:
          "One row a person: signatures are unique by campaign and canonical e-mail address (lower " +
          "case, one name a provider, no tag, no dots where the provider ignores them).",
      };
  }
}

/** The company of the file, if the campaign has several. */
const companyOf = ({ filter: { byCompany, company } }: ListOf) => byCompany && { company: company ?? "all" };

/** Stated when an organizer left out the consent that the file would require. */
function consentLeftOut({ preset, filter }: ListOf & { preset: keyof typeof neededConsent }) {
  const { purpose } = neededConsent[preset];
  if (purpose === null || filter.consent === purpose) return null;
  return {
    consentLeftOut:
      `This file holds people who did not agree to ${purpose}: its maker left that filter out. Nobody of ` +
      "whom it does not say that they agreed may be written to from it.",
  };
}

function splitNames(preset: keyof typeof presetColumns) {
  const columns: readonly string[] = presetColumns[preset];
  const splits = columns.some((name) => /^(first_name|First Name)$/.test(name));
  return splits
    ? {
        names:
          "First and last name are the text before and after the last space of the whole name, which " +
          "is what the person wrote. A name without a space is a first name.",
      }
    : null;
}

/** The co-filing rule's name in the law of the first company that has one. */
async function findRuleName(db: Db, campaignId: number) {
  const laws = await db
    .select({ jurisdiction: targets.jurisdiction })
    .from(campaignCompanies)
    .innerJoin(targets, eq(targets.id, campaignCompanies.companyId))
    .where(eq(campaignCompanies.campaignId, campaignId))
    .orderBy(asc(campaignCompanies.place));
  return laws.map(({ jurisdiction }) => profileOf(jurisdiction).coFiling?.en).find((name) => name);
}

async function versionsOf(db: Db, campaignId: number) {
  const versions = await db
    .select({ version: petitionVersions.version, publishedAt: petitionVersions.publishedAt })
    .from(petitionVersions)
    .where(eq(petitionVersions.campaignId, campaignId))
    .orderBy(asc(petitionVersions.version));
  return versions.map(({ version, publishedAt }) => ({ version, publishedAt: publishedAt.toISOString() }));
}
