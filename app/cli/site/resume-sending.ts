import { command, counted, done, notDone } from "#app/cli/command.ts";
import { oneOf } from "#app/cli/options.ts";
import { catchUpWith } from "#app/cli/parts/erasures.ts";
import { resumeSending } from "#app/domain/upkeep/archives/resume-sending.server.ts";

export default command({
  summary: "send email again after a restore",
  options: {
    queued: oneOf(
      ["send", "unknown"],
      "what becomes of emails that waited then, and may have been sent already",
    ),
  },
  async run(opened, { queued = null }) {
    const { db } = opened;
    const { wentBack } = await catchUpWith(opened);
    if (wentBack) {
      return notDone(
        { outcome: "went-back" },
        "The database went back in time. Erased people are erased again. Check what was sent since, then run this again.",
      );
    }
    const resumed = await resumeSending(db, { queued });
    switch (resumed.outcome) {
      case "not-owner":
        throw new Error("the operator needs no role");
      case "not-paused":
        return done(resumed, "Sending was not paused.");
      case "undecided":
        return notDone(
          resumed,
          `${counted(resumed.emails, "email waits", "emails wait")} from before, and may have been sent already. Compare with the provider's log. Then add --queued send, or --queued unknown to give up what no report settles.`,
        );
      case "resumed":
        return done(
          resumed,
          "Sending is resumed.",
          ...(resumed.drafts > 0
            ? [
                `${counted(resumed.drafts, "draft", "drafts")} of updates or dispatches may have been sent already: compare with the provider's log before you send one.`,
              ]
            : []),
        );
    }
  },
});
