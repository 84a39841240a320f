import { thing } from "#app/cli/approval/parts/approval.ts";
import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { SendBackForm } from "#app/domain/approvals/approval.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";

export default command({
  summary: "send something back instead of approving it",
  options: {
    campaign,
    ...thing,
    reason: required(text("T", "what needs to change, in up to 1,000 characters")),
  },
  read({ reason, ...given }) {
    const form = SendBackForm.safeParse({ reason });
    if (!form.success) throw new UsageError("--reason must have 1 to 1,000 characters");
    return { ...given, ...form.data };
  },
  async run({ db, operator }, { kind, subject, reason }) {
    const { outcome } = await sendBack(db, { ...operator, kind, subject, reason });
    if (outcome !== "sent-back") throw new CommandFailed("It needs no approval. Run `approval list`.");
    return done({ outcome }, "Sent back. Its author and the person who asked get an email with the reason.");
  },
});
