import { thing } from "#app/cli/approval/parts/approval.ts";
import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { listAllSentBack, resolveSentBack } from "#app/domain/team/list-sent-back.server.ts";

export default command({
  summary: "mark something sent back as resolved",
  options: { campaign, ...thing },
  async run({ db, operator }, { kind, subject }) {
    const { sentBack } = await listAllSentBack(db, operator.campaignId);
    const one = sentBack.find((each) => each.kind === kind && each.subject === subject);
    const settled = one && (await resolveSentBack(db, { ...operator, request: one.request }));
    if (settled?.outcome !== "settled")
      throw new CommandFailed("It was not sent back, or is already resolved. Run `approval list`.");
    return done(settled, "Resolved and removed from the overview.");
  },
});
