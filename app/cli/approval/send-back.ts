import { thing } from "#app/cli/approval/parts/approval.ts";
import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { SendBackForm } from "#app/domain/approvals/approval.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";

export default command({
  summary: "send back what waits for an approval, with the reason",
  options: {
    campaign,
    ...thing,
    reason: required(text("T", "what has to change, in 1,000 characters or fewer")),
  },
  read({ reason, ...given }) {
    const form = SendBackForm.safeParse({ reason });
    if (!form.success) throw new UsageError("--reason says in 1,000 characters or fewer what has to change");
    return { ...given, ...form.data };
  },
  async run({ db, operator }, { kind, subject, reason }) {
    const { outcome } = await sendBack(db, { ...operator, kind, subject, reason });
    if (outcome !== "sent-back")
      throw new CommandFailed("It does not wait for an approval: see `approval list`.");
    return done({ outcome }, "Sent back. Those who wrote it or asked get an email with the reason.");
  },
});
