import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import type { Missing } from "#app/domain/campaign/campaign.ts";
import {
  maxOrganizationLength,
  type OrganizationField,
  setOrganization,
} from "#app/domain/campaign/organization/set-organization.server.ts";

const optionOf = {
  operator: "operator",
  postalAddress: "postal-address",
  contactEmail: "contact-email",
  privacyContact: "privacy-contact",
  fundingLine: "funding-line",
} as const satisfies Record<OrganizationField, string>;
const fields = Object.keys(optionOf) as OrganizationField[];

const optionFor: Record<Missing, string> = {
  operator: "operator",
  "postal-address": "postal-address",
  contact: "contact-email",
  funding: "funding-line",
  "privacy-contact": "privacy-contact",
  "campaign-sender": "sender",
};

const howToSet = (name: string) => (name === "sender" ? "the sender (`sender set`)" : `--${name}`);

/** Details in the emails of an update. */
const inEmails: readonly OrganizationField[] = ["operator", "postalAddress", "contactEmail"];

const warning = (batches: number) =>
  `Warning: the provider has not answered for ${batches === 1 ? "1 batch" : `${batches} batches`} of emails. ` +
  "They hold the old details, so without an answer they become unknown and are not resent.";

const problems = {
  empty: "is empty",
  long: `has more than ${maxOrganizationLength} characters`,
  "not-one-line": "must be one line",
  marks: "has too many accents on one letter",
  "merge-field": "has “…”, which nothing fills in",
  "not-an-address": "is not an email address",
};

export default command({
  summary: "set organization details and print what is missing; options left out keep their values",
  options: {
    campaign,
    operator: text("T", "who runs it"),
    postalAddress: text("T", "their postal address"),
    contactEmail: text("E", "the contact address"),
    privacyContact: text("E", "the privacy contact"),
    fundingLine: text("T", "who pays"),
  },
  async run({ db, campaign: { slug } }, given) {
    const named = fields.filter((field) => given[field] !== undefined);
    const values = Object.fromEntries(named.map((field) => [field, given[field] ?? ""]));
    const set = await setOrganization(db, { campaignSlug: slug, values, actor: "operator" });
    if (set.outcome === "unknown-campaign" || set.outcome === "stale")
      throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    if (set.outcome === "invalid") {
      const problem = problems[set.problem].replace("…", () => set.value ?? "");
      throw new UsageError(`--${optionOf[set.field]} ${problem}`);
    }
    const missing = set.missing.map((what) => optionFor[what]);
    const { changed, organization, openBatches } = set;
    return done(
      { outcome: "set", changed, imprint: organization, missing, openBatches },
      ...fields.map((field) => `${`${optionOf[field]}:`.padEnd(17)} ${organization[field] ?? "(not set)"}`),
      missing.length === 0
        ? "Nothing is missing."
        : `Missing, or still an example: ${missing.map(howToSet).join(", ")}.`,
      ...(openBatches > 0 && changed.some((field) => inEmails.includes(field)) ? [warning(openBatches)] : []),
    );
  },
});
