import { CommandFailed, done } from "#app/cli/command.ts";
import { flag, foundIfGiven, text } from "#app/cli/options.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import type { CompanyHold } from "#app/domain/campaign/company/holds-company.server.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";

/** The company that a command is about, of those of its campaign. */
export const company = foundIfGiven(
  text("S", "one of its companies, by its slug; the first if left out"),
  async ({ db, campaign }, slug) => {
    const companies = await listCompaniesOf(db, campaign.id);
    const found = companies.find((one) => one.slug === slug);
    if (found) return found;
    const known = companies.map((one) => one.slug).join(", ");
    throw new CommandFailed(`${campaign.slug} is not about "${slug}", but about ${known}.`);
  },
);

const refused: Record<string, string> = {
  stale: "Nothing was saved: someone else saved it first. Try again.",
  "zone-in-use":
    "A meeting has times in the company's current time zone. Clear them with `meeting set`, then try again.",
  "law-in-use":
    "A meeting has a record date or a deadline for proposals. Clear it with `meeting set`, then try again.",
  "not-draft": "Only a draft can change its company: people signed about this one.",
  "has-recipients": "The campaign has recipients at this company. Retire them with `recipient retire` first.",
  held: "Something of the campaign names its company. See `company remove`.",
  unknown: "There is no such company. Run `company list`.",
};

/** For adding a company to those that a campaign is about. */
export const also = flag("keep the companies it is about, and add this as the last");

const refusedCompanies: Record<string, string> = {
  unknown:
    "Name companies by their slugs: `company list`; with `company order` all of the campaign's, once each.",
  there: "The campaign is about these companies already, in this order.",
  last: "A campaign needs at least one company.",
  "too-many": "A campaign has twenty companies at most.",
  waiting: "Another change waits. Run `company approve` or `company withdraw`.",
  closed: "The campaign is closed.",
  "not-waiting": "Nobody has asked for other companies.",
  own: "You asked for it, so an organizer must approve it in the console. Or add --approve-alone.",
  frozen: whileFrozen,
  asker: askerGone,
};

type Ended = { outcome: string; company?: string; holds?: CompanyHold[] };

/** Says how a change of a campaign's companies ended, and which they are now. */
export async function companiesDone(db: Db, campaign: { id: number; slug: string }, ended: Ended) {
  if (ended.outcome === "held") {
    const { holds } = words("en").meetings.companies;
    const what = (ended.holds ?? []).map((hold) => holds[hold]).join(", ");
    throw new CommandFailed(`${ended.company} cannot be removed. The campaign has of it: ${what}.`);
  }
  const refusal = refusedCompanies[ended.outcome];
  if (refusal) throw new CommandFailed(refusal);
  const companies = (await listCompaniesOf(db, campaign.id)).map(({ slug }) => slug);
  return done(
    { ...ended, companies },
    ended.outcome === "asked"
      ? "Asked for: an organizer approves it in the console, or add --approve-alone."
      : `${campaign.slug} is about ${companies.join(", ")}.`,
  );
}

/** Refuses to store or change a company. */
export const companyRefused = (outcome: string) => new CommandFailed(refused[outcome] ?? outcome);
