import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listCorrections } from "#app/domain/campaign/read-edit.server.ts";

export default command({
  summary: "list corrections, newest first",
  options: { campaign },
  async run({ db, campaign }) {
    const corrections = await listCorrections(db, campaign.id);
    const rows = corrections.map(({ id: line, correctedOn, kind, text }) => [
      line,
      correctedOn,
      kind,
      text.replaceAll("\n", " "),
    ]);
    const lines = table(["id", "day", "kind", "text"], rows);
    return done({ outcome: "listed", corrections }, ...(lines.length > 0 ? lines : ["No corrections yet."]));
  },
});
