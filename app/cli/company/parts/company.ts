import { CommandFailed } from "#app/cli/command.ts";

const refused: Record<string, string> = {
  stale: "Nothing was saved: someone else saved it first. Try again.",
  "zone-in-use":
    "A meeting has times in the company's current time zone. Clear them with `meeting set`, then try again.",
  "law-in-use":
    "A meeting has a record date or a deadline for proposals. Clear it with `meeting set`, then try again.",
  "not-draft": "Only a draft can change its company: people signed about this one.",
  "has-recipients": "The campaign has recipients at this company. Retire them with `recipient retire` first.",
  unknown: "There is no such company. Run `company list`.",
};

/** Refuses to store or change a company. */
export const companyRefused = (outcome: string) => new CommandFailed(refused[outcome] ?? outcome);
