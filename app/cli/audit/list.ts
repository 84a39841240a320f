import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { day, id, number, oneOf, otherwise, text } from "#app/cli/options.ts";
import { findOrganizerId } from "#app/domain/access/queries.server.ts";
import { auditKinds, auditScopes } from "#app/domain/record/audit.ts";
import { listEntries } from "#app/domain/record/list-entries.server.ts";
import { formatAction, formatActor, formatDetails } from "#app/i18n/format-audit-entry.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";

/** Entries printed by one call at most. */
const atMost = 1000;

/** Returns `organizer:<id>` for an address, or one of the three actors without an address. */
async function actorOf(db: Db, who: string | undefined): Promise<string | null> {
  if (who === undefined || ["operator", "supporter", "system"].includes(who)) return who ?? null;
  const organizerId = await findOrganizerId(db, who);
  if (organizerId) return `organizer:${organizerId}`;
  throw new CommandFailed(
    "No organizer has that address. --who must be an email address, operator, supporter or system.",
  );
}

export default command({
  summary: "list the audit log, newest first",
  options: {
    campaign,
    scope: otherwise(oneOf(auditScopes, "entries of the campaign or of the whole site"), "campaign"),
    who: text("WHO", "an organizer's email address, operator, supporter or system"),
    kind: oneOf(auditKinds, "only this kind"),
    from: day("from this day"),
    to: day("through this day"),
    subject: id("only entries about this id", "audit list"),
    limit: otherwise(number(`entries per page, at most ${atMost}`), 50),
    before: number("next page: the value the page before printed"),
  },
  read({ limit, ...given }) {
    if (limit > atMost) throw new UsageError(`--limit must be at most ${atMost}`);
    return { limit, ...given };
  },
  async run({ db, scope: reader }, { who, limit, before, ...given }) {
    const { entries, older } = await listEntries(
      db,
      reader,
      {
        scope: given.scope,
        who: await actorOf(db, who),
        kind: given.kind ?? null,
        from: given.from ?? null,
        to: given.to ?? null,
        subject: given.subject ?? null,
        cursor: before === undefined ? null : { side: "older", than: before },
      },
      limit,
    );
    const say = words("en").audit;
    const printed = entries.map(({ from, ...entry }) => ({ ...entry, from: from?.slice(0, 8) ?? null }));
    const lines = printed.map(({ id, at, actor, name, action, detail, from, sealed }) => {
      const facts = formatDetails(say, "en", detail).map((fact) => `${fact.name}: ${fact.value}`);
      const act = `${formatActor(say, actor, name)} ${formatAction(say, action, detail)}`;
      const whence = `from ${from ?? "no browser"}, ${sealed ? "sealed" : "not sealed yet"}`;
      return `${id}  ${at.slice(0, 19).replace("T", " ")}  ${[act, ...facts, whence].join("; ")}`;
    });
    return done(
      { outcome: "listed", entries: printed, older },
      ...(lines.length > 0 ? lines : ["No matching entries."]),
      ...(older === null ? [] : [`More: --before ${older}`]),
    );
  },
});
