import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/command.ts";
import { type Opened, withDatabase } from "#app/cli/environment.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { findOrganizerId } from "#app/domain/access/queries.server.ts";
import { isDay } from "#app/domain/base/day.ts";
import { auditKinds, auditScopes } from "#app/domain/record/audit.ts";
import { listEntries } from "#app/domain/record/list-entries.server.ts";
import { words } from "#app/i18n/index.ts";
import { tellActor, tellDeed, tellFacts } from "#app/i18n/tell-entry.ts";

const text = { type: "string" } as const;
const options = {
  ...{ campaign: text, scope: text, who: text, kind: text, from: text, to: text },
  ...{ subject: text, before: text, limit: text },
} as const;

/** Entries that one call prints at most. */
const atMost = 1000;

const oneOf = <T extends string>(
  known: readonly T[],
  given: string | undefined,
  option: string,
): T | null => {
  const found = known.find((each) => each === given) ?? null;
  if (given !== undefined && found === null)
    throw new UsageError(`--${option} is one of ${known.join(", ")}`);
  return found;
};
const whole = (given: string | undefined, option: string): number | null => {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,14}$/.test(given)) throw new UsageError(`--${option} is a whole number`);
  return Number(given);
};
const day = (given: string | undefined, option: string): string | null => {
  if (given !== undefined && !isDay(given)) throw new UsageError(`--${option} is a day like 2026-11-24`);
  return given ?? null;
};

/** `organizer:<id>` of the one with that address, or one of the three who have none. */
async function actorOf({ db }: Pick<Opened, "db">, who: string | undefined): Promise<string | null> {
  if (who === undefined || ["operator", "supporter", "system"].includes(who)) return who ?? null;
  const id = await findOrganizerId(db, who);
  if (!id)
    throw new CommandFailed(
      "No organizer has that address. --who is an e-mail, operator, supporter or system.",
    );
  return `organizer:${id}`;
}

/** The log of a campaign, newest first, narrowed as its page in the console is. */
export async function auditList(args: string[]): Promise<number> {
  const { json, campaign, who, ...given } = readOptions(args, options);
  const slug = required(campaign, "campaign");
  const limit = whole(given.limit, "limit") ?? 50;
  if (limit > atMost) throw new UsageError(`--limit is at most ${atMost}`);
  const subject = given.subject ?? null;
  if (subject !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subject))
    throw new UsageError("--subject is an id");
  const before = whole(given.before, "before");
  const filter = {
    ...{ subject, from: day(given.from, "from"), to: day(given.to, "to") },
    scope: oneOf(auditScopes, given.scope, "scope") ?? "campaign",
    kind: oneOf(auditKinds, given.kind, "kind"),
    cursor: before === null ? null : ({ side: "older", than: before } as const),
  };
  return withDatabase("audit list", async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const wanted = { ...filter, who: await actorOf(opened, who) };
    const reader = { campaignId, organizerId: null };
    const { entries, older } = await listEntries(opened.db, reader, wanted, limit);
    const say = words("en").audit;
    const told = entries.map(({ from, ...entry }) => ({ ...entry, from: from?.slice(0, 8) ?? null }));
    const lines = told.map(({ id, at, actor, name, action, detail, from, sealed }) => {
      const facts = tellFacts(say, "en", detail).map((fact) => `${fact.name}: ${fact.value}`);
      const deed = `${tellActor(say, actor, name)} ${tellDeed(say, action, detail)}`;
      const whence = `from ${from ?? "no browser"}, ${sealed ? "sealed" : "not sealed yet"}`;
      return `${id}  ${at.slice(0, 19).replace("T", " ")}  ${[deed, ...facts, whence].join("; ")}`;
    });
    tell(
      json,
      { outcome: "listed", entries: told, older },
      ...(lines.length > 0 ? lines : ["No event fits."]),
      ...(older === null ? [] : [`More: --before ${older}`]),
    );
    return exitCodes.done;
  });
}
