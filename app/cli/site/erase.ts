import { CommandFailed, command, counted, done, UsageError } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { flag, option } from "#app/cli/options.ts";
import { brokenLines, catchUpWith, withErasing } from "#app/cli/parts/erasures.ts";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { erasurePorts } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { eraseAddress } from "#app/domain/upkeep/erasure/erase-address.server.ts";

const address = option("E", "the person's email address", (given, name) => {
  const parsed = parseAddress(given);
  if (!parsed) throw new UsageError(`--${name} must be an email address`);
  return parsed;
});

export default command({
  summary: "erase a person as on their own page, and confirm to them by email",
  options: {
    email: address,
    again: flag("erase everyone of the erasure log again, after the database was restored by other means"),
  },
  read({ email, again }) {
    if ((email === undefined) === !again) throw new UsageError("Give either --email or --again");
    return { email };
  },
  async run(opened, { email }) {
    if (email === undefined) return eraseAllAgain(opened);
    const outcome = await eraseByAddress(email, opened);
    return done(
      { outcome },
      outcome === "erased"
        ? "The person is erased. The count stays. One last email tells them."
        : "A form from this address had not been stored yet. It is deleted. No email is sent.",
    );
  },
});

async function eraseAllAgain(opened: Opened) {
  const { wentBack, erased, added, broken } = await catchUpWith(opened, { all: true });
  return done(
    { outcome: "erased-again", wentBack, erasedAgain: erased, added, broken },
    `Erased again: ${counted(erased, "person", "people")}.`,
    ...(added > 0
      ? [`Added to the log: ${counted(added, "erasure", "erasures")} that only the database had.`]
      : []),
    ...brokenLines(broken),
    ...(wentBack
      ? [
          "The database went back in time, so sending is paused. Check, then run `npm run cli -- resume-sending`.",
        ]
      : []),
  );
}

const eraseByAddress = (email: string, opened: Opened) =>
  withErasing(opened, async (erasing) => {
    const { db } = opened;
    const { outcome } = await eraseAddress(db, erasurePorts(db, erasing), canonicalAddress(email));
    if (outcome === "gone") throw new CommandFailed("We hold nothing about this address.");
    return outcome;
  });
