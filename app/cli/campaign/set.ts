import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import type { Missing } from "#app/domain/campaign/campaign.ts";
import {
  type ImprintField,
  imprintAtMost,
  setImprint,
} from "#app/domain/campaign/organization/set-organization.server.ts";

const optionOf = {
  operator: "operator",
  postalAddress: "postal-address",
  contactEmail: "contact-email",
  privacyContact: "privacy-contact",
  fundingLine: "funding-line",
} as const satisfies Record<ImprintField, string>;
const fields = Object.keys(optionOf) as ImprintField[];

const optionFor: Record<Missing, string> = {
  operator: "operator",
  "postal-address": "postal-address",
  contact: "contact-email",
  funding: "funding-line",
  "privacy-contact": "privacy-contact",
  "campaign-sender": "sender",
};

const howToSet = (name: string) => (name === "sender" ? "the sender (`sender set`)" : `--${name}`);

/** What the email of an update carries. */
const inEmails: readonly ImprintField[] = ["operator", "postalAddress", "contactEmail"];

const warning = (batches: number) =>
  `Warning: the outcome of ${batches === 1 ? "1 batch" : `${batches} batches`} of mails is open. Its mails say what was set before: where the provider does not answer, they cannot be repeated any more and become unknown.`;

const problems = {
  empty: "is empty",
  long: `has more than ${imprintAtMost} characters`,
  "not-one-line": "must be one line",
  marks: "has accents piled on one letter",
  "not-an-address": "is not an e-mail address",
};

export default command({
  summary: "set who runs it, and print what is still missing; what is not named stays",
  options: {
    campaign,
    operator: text("T", "who runs it"),
    postalAddress: text("T", "their postal address"),
    contactEmail: text("E", "the contact address"),
    privacyContact: text("E", "the contact for privacy"),
    fundingLine: text("T", "who pays"),
  },
  async run({ db, campaign: { slug } }, given) {
    const named = fields.filter((field) => given[field] !== undefined);
    const values = Object.fromEntries(named.map((field) => [field, given[field] ?? ""]));
    const set = await setImprint(db, { campaignSlug: slug, values, actor: "operator" });
    if (set.outcome === "unknown-campaign" || set.outcome === "stale")
      throw new CommandFailed(`There is no campaign "${slug}".`);
    if (set.outcome === "invalid") throw new UsageError(`--${optionOf[set.field]} ${problems[set.problem]}`);
    const missing = set.missing.map((what) => optionFor[what]);
    const { changed, imprint, openBatches } = set;
    return done(
      { outcome: "set", changed, imprint, missing, openBatches },
      ...fields.map((field) => `${`${optionOf[field]}:`.padEnd(17)} ${imprint[field] ?? "(not set)"}`),
      missing.length === 0
        ? "Nothing is missing."
        : `Missing, or still an example: ${missing.map(howToSet).join(", ")}.`,
      ...(openBatches > 0 && changed.some((field) => inEmails.includes(field)) ? [warning(openBatches)] : []),
    );
  },
});
