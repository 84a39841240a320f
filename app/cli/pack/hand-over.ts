import { campaign, command, counted, done, UsageError } from "#app/cli/command.ts";
import { approveAlone, required, text } from "#app/cli/options.ts";
import { pack, packRefused } from "#app/cli/pack/parts/pack.ts";
import { HandOverForm } from "#app/domain/outgoing/packs/hand-over-form.ts";
import { recordHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";

export default command({
  summary: "record that a pack was handed over in person",
  options: {
    campaign,
    pack,
    on: required(text("DAY", "the date")),
    at: required(text("HH:MM", "the time, in UTC")),
    to: required(text("WHO", "who received it")),
    approveAlone,
  },
  read({ approveAlone, on, at, to, ...given }) {
    if (!approveAlone)
      throw new UsageError("Nobody else can approve the operator's record. Add --approve-alone");
    const form = HandOverForm.safeParse({ day: on, time: at, to });
    if (form.success) return { ...given, ...form.data };
    throw new UsageError(
      "--on must be a date like 2026-11-24, --at a UTC time like 14:05, --to at most 300 characters",
    );
  },
  async run({ db }, { pack: { on, number }, day, time, to }) {
    const handedOverAt = new Date(`${day}T${time}:00Z`);
    const handed = await recordHandOver(db, { ...on, handedOverAt, to });
    if (handed.outcome !== "recorded") throw packRefused(handed.outcome);
    return done(
      { ...handed, pack: number },
      `Pack ${number} is recorded as handed over. ${counted(handed.letters, "letter counts", "letters count")} as handed over.`,
    );
  },
});
