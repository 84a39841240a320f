import { command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { requireOrganizer } from "#app/cli/organizer/parts/member.ts";
import { endSessionsOf } from "#app/domain/access/sign-in/sessions/sessions.server.ts";

export default command({
  summary: "end all sessions of an organizer",
  options: { email: required(text("E", "the organizer's email address")) },
  async run({ db }, { email }) {
    const ended = await endSessionsOf(db, await requireOrganizer(db, email));
    return done({ outcome: "ended", sessions: ended }, `Sessions ended: ${ended}.`);
  },
});
