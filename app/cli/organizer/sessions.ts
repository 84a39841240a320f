import { command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { requireOrganizer } from "#app/cli/organizer/parts/member.ts";
import { table } from "#app/cli/parts/table.ts";
import { listSessions } from "#app/domain/access/sign-in/sessions/sessions.server.ts";

const minute = (at: Date) => at.toISOString().slice(0, 16).replace("T", " ");

export default command({
  summary: "list an organizer's sessions",
  options: { email: required(text("E", "the organizer's email address")) },
  async run({ db }, { email }) {
    const sessions = await listSessions(db, await requireOrganizer(db, email));
    const rows = sessions.map(({ createdAt, seenAt, strongBy, userAgent }) => [
      minute(createdAt),
      minute(seenAt),
      strongBy ?? "none",
      userAgent ?? "",
    ]);
    const lines = table(["since (UTC)", "seen (UTC)", "second factor", "browser"], rows);
    return done({ outcome: "listed", sessions }, ...(lines.length > 0 ? lines : ["They are not signed in."]));
  },
});
