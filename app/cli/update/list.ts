import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listUpdates } from "#app/domain/outgoing/updates/queries.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "list updates, newest first",
  options: { campaign },
  async run({ db, campaign: { id } }) {
    const updates = await listUpdates(db, id);
    const { byItself } = words("en").updates;
    const rows = updates.map(({ number, stage, audienceSize, at, subject, publicId, after }) => [
      number,
      stage,
      audienceSize ?? "–",
      at.slice(0, 16).replace("T", " "),
      publicId,
      after ? `${subject} (${byItself.when(after)})` : subject,
    ]);
    const lines =
      updates.length === 0
        ? ["No updates yet."]
        : table(["number", "state", "people", "time (UTC)", "id", "subject"], rows);
    return done({ outcome: "listed", updates }, ...lines);
  },
});
