import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listTroubles } from "#app/domain/outbox/list-troubles.server.ts";
import { mailKindNames, troubles } from "#app/domain/outbox/trouble.ts";
import { noteLook } from "#app/domain/record/note-look.server.ts";
import { words } from "#app/i18n/index.ts";

const text = { type: "string" } as const;

/**
 * Mails that came back, were reported, were refused or whose end is not known, newest first. `--names`: with whom they were
 * to, which is recorded as the look of an organizer is.
 */
export async function mailFailed(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, {
    ...{ campaign: text, state: text, kind: text, before: text },
    names: { type: "boolean" },
  });
  const slug = required(campaign, "campaign");
  const state = troubles.find((one) => one === given.state) ?? null;
  const kind = mailKindNames.find((one) => one === given.kind) ?? null;
  if (given.state !== undefined && !state) throw new UsageError(`--state is one of ${troubles.join(", ")}`);
  if (given.kind !== undefined && !kind) throw new UsageError(`--kind is one of ${mailKindNames.join(", ")}`);
  if (given.before !== undefined && !/^[1-9]\d{0,14}$/.test(given.before))
    throw new UsageError("--before is a whole number");
  const cursor = given.before === undefined ? null : { side: "older" as const, than: Number(given.before) };
  return withDatabase("mail failed", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const names = given.names === true;
    const { mails, older } = await listTroubles(
      opened.db,
      { campaignId: id, names },
      { state, kind, cursor },
    );
    const people = mails.filter(({ person }) => person !== null).length;
    const look = { rows: people, filter: { state, kind }, paged: cursor !== null };
    if (people > 0)
      await noteLook(opened.db, { campaignId: id, organizerId: null }, { list: "deliveries", ...look });
    const say = words("en").deliveries;
    const rows = mails.map(({ at, tag, problem, role, person, ...mail }) => [
      ...[
        at.slice(0, 16).replace("T", " "),
        say.states[mail.state],
        say.kinds[mail.kind],
        problem ?? "–",
        tag,
      ],
      ...(names ? [person ? `${person.name}, ${person.address}` : (role ?? "–")] : []),
    ]);
    const lines = table(["time (UTC)", "state", "mail", "problem", "tag", ...(names ? ["to"] : [])], rows);
    const more = older === null ? [] : [`Older ones: --before ${older}`];
    tell(json, { mails, older }, ...(lines.length > 0 ? [...lines, ...more] : ["No mail failed."]));
    return exitCodes.done;
  });
}
