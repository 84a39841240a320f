import { campaign, command, done } from "#app/cli/command.ts";
import { flag, number, oneOf } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { listTroubles } from "#app/domain/outbox/outcomes/list-troubles.server.ts";
import { mailKindNames, troubles } from "#app/domain/outbox/trouble.ts";
import { noteLook } from "#app/domain/record/note-view.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "emails that bounced, were reported or refused, or whose end is unknown, newest first",
  options: {
    campaign,
    state: oneOf(troubles, "in this state"),
    kind: oneOf(mailKindNames, "of this kind"),
    names: flag("with whom they were to, which is recorded as an organizer's view is"),
    before: number("older ones, as the page before said"),
  },
  async run({ db, scope }, { state = null, kind = null, names, before }) {
    const cursor = before === undefined ? null : { side: "older" as const, than: before };
    const { campaignId } = scope;
    const { mails, older } = await listTroubles(db, { campaignId, names }, { state, kind, cursor });
    const people = mails.filter(({ person }) => person !== null).length;
    const look = { rows: people, filter: { state, kind }, paged: cursor !== null };
    if (people > 0) await noteLook(db, scope, { list: "deliveries", ...look });
    const say = words("en").failedEmails;
    const rows = mails.map(({ at, tag, problem, role, person, ...mail }) => [
      at.slice(0, 16).replace("T", " "),
      say.states[mail.state],
      say.kinds[mail.kind],
      problem ?? "–",
      tag,
      ...(names ? [person ? `${person.name}, ${person.address}` : (role ?? "–")] : []),
    ]);
    const lines = table(["time (UTC)", "state", "mail", "problem", "tag", ...(names ? ["to"] : [])], rows);
    const more = older === null ? [] : [`Older ones: --before ${older}`];
    return done({ mails, older }, ...(lines.length > 0 ? [...lines, ...more] : ["No mail failed."]));
  },
});
