import { CommandFailed, command, done } from "#app/cli/command.ts";
import { organizerEmail } from "#app/cli/organizer/parts/member.ts";
import { resetSecondFactor } from "#app/domain/access/sign-in/second-factor/change-second-factor.server.ts";

export default command({
  summary: "remove app, passkeys and codes of an organizer who lost them; make sure first who asks",
  options: { email: organizerEmail },
  async run({ db }, { email }) {
    if (!(await resetSecondFactor(db, email))) throw new CommandFailed("No organizer has that address.");
    return done(
      { outcome: "reset" },
      "Every second factor is off and every session has ended: who needs one sets it up anew at the next sign-in.",
    );
  },
});
