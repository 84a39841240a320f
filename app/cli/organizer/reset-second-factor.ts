import { CommandFailed, command, done } from "#app/cli/command.ts";
import { organizerEmail } from "#app/cli/organizer/parts/member.ts";
import { resetSecondFactor } from "#app/domain/access/sign-in/second-factor/change-second-factor.server.ts";

export default command({
  summary: "remove an organizer's app, passkeys and codes; verify first who asks",
  options: { email: organizerEmail },
  async run({ db }, { email }) {
    if (!(await resetSecondFactor(db, email)))
      throw new CommandFailed("No organizer has that address. Run `organizer list`.");
    return done(
      { outcome: "reset" },
      "All second factors are removed and all sessions ended. If one is required, they set it up at the next sign-in.",
    );
  },
});
