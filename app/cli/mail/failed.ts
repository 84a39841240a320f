import { campaign, command, done } from "#app/cli/command.ts";
import { flag, number, oneOf } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { failedStates, mailKindNames } from "#app/domain/outbox/failed-email.ts";
import { listFailedEmails } from "#app/domain/outbox/outcomes/list-failed-emails.server.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "list emails that bounced, were reported or refused, or may not have arrived, newest first",
  options: {
    campaign,
    state: oneOf(failedStates, "only this state"),
    kind: oneOf(mailKindNames, "only this kind"),
    names: flag("include who they were sent to; logged as a view"),
    before: number("next page: the value the page before printed"),
  },
  async run({ db, scope }, { state = null, kind = null, names, before }) {
    const cursor = before === undefined ? null : { side: "older" as const, than: before };
    const { campaignId } = scope;
    const { mails, older } = await listFailedEmails(db, { campaignId, names }, { state, kind, cursor });
    const people = mails.filter(({ person }) => person !== null).length;
    const view = { rows: people, filter: { state, kind }, paged: cursor !== null };
    if (people > 0) await noteListView(db, scope, { list: "deliveries", ...view });
    const say = words("en").failedEmails;
    const rows = mails.map(({ at, tag, problem, role, person, ...mail }) => [
      at.slice(0, 16).replace("T", " "),
      say.states[mail.state],
      say.kinds[mail.kind],
      problem ?? "–",
      tag,
      ...(names ? [person ? `${person.name}, ${person.address}` : (role ?? "–")] : []),
    ]);
    const lines = table(["time (UTC)", "state", "email", "problem", "tag", ...(names ? ["to"] : [])], rows);
    const more = older === null ? [] : [`More: --before ${older}`];
    return done({ mails, older }, ...(lines.length > 0 ? [...lines, ...more] : ["No failed emails."]));
  },
});
