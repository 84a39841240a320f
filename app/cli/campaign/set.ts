import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import type { Missing } from "#app/domain/campaign/campaign.ts";
import { type ImprintField, imprintAtMost, setImprint } from "#app/domain/campaign/set-imprint.server.ts";

const text = { type: "string" } as const;

const options = {
  operator: "operator",
  "postal-address": "postalAddress",
  "contact-email": "contactEmail",
  "privacy-contact": "privacyContact",
  "funding-line": "fundingLine",
} as const satisfies Record<string, ImprintField>;
type Option = keyof typeof options;

const optionFor: Record<Missing, Option | "sender"> = {
  operator: "operator",
  "postal-address": "postal-address",
  contact: "contact-email",
  funding: "funding-line",
  "privacy-contact": "privacy-contact",
  "campaign-sender": "sender",
};

const howToSet = (name: Option | "sender") => (name === "sender" ? "the sender (`sender set`)" : `--${name}`);

/** What the mail of an update carries. */
const inMails: readonly ImprintField[] = ["operator", "postalAddress", "contactEmail"];

const warning = (batches: number) =>
  `Warning: the outcome of ${batches === 1 ? "1 batch" : `${batches} batches`} of mails is open. Its mails say what was set before: where the provider does not answer, they cannot be repeated any more and become unknown.`;

const problems = {
  empty: "is empty",
  long: `has more than ${imprintAtMost} characters`,
  "not-one-line": "must be one line",
  marks: "has accents piled on one letter",
  "not-an-address": "is not an e-mail address",
};

/** Says who stands behind a campaign, and prints what is missing still. */
export async function campaignSet(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, {
    campaign: text,
    ...{ operator: text, "postal-address": text, "contact-email": text, "privacy-contact": text },
    "funding-line": text,
  });
  const campaignSlug = required(campaign, "campaign");
  const names = (Object.keys(options) as Option[]).filter((name) => given[name] !== undefined);
  const values = Object.fromEntries(names.map((name) => [options[name], given[name] ?? ""]));

  return withDatabase("campaign set", async ({ db }) => {
    const set = await setImprint(db, { campaignSlug, values, actor: "operator" });
    if (set.outcome === "unknown-campaign" || set.outcome === "stale")
      throw new CommandFailed(`There is no campaign "${campaignSlug}".`);
    if (set.outcome === "invalid") {
      const name = names.find((one) => options[one] === set.field);
      throw new UsageError(`--${name} ${problems[set.problem]}`);
    }
    const missing = set.missing.map((what) => optionFor[what]);
    const { changed, imprint, openBatches } = set;
    tell(
      json,
      { outcome: "set", changed, imprint, missing, openBatches },
      ...(Object.keys(options) as Option[]).map(
        (name) => `${`${name}:`.padEnd(17)} ${imprint[options[name]] ?? "(not set)"}`,
      ),
      missing.length === 0
        ? "Nothing is missing."
        : `Missing, or still an example: ${missing.map(howToSet).join(", ")}.`,
      ...(openBatches > 0 && changed.some((field) => inMails.includes(field)) ? [warning(openBatches)] : []),
    );
    return exitCodes.done;
  });
}
