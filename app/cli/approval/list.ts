import { campaign, command, done } from "#app/cli/command.ts";
import type { ApprovalKind } from "#app/domain/approvals/approval.ts";
import { listAllSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { words } from "#app/i18n/index.ts";

type Thing = { kind: ApprovalKind; subject: string; number: number | null };

const lineOf = ({ kind, subject, number }: Thing) =>
  `${kind}  ${subject}  ${words("en").approvals.thing(kind, number)}`;

export default command({
  summary: "list requests for approval, and what was sent back",
  options: { campaign },
  async run({ db, scope: { campaignId } }) {
    const all = await listAllSentBack(db, campaignId);
    const waiting = all.waiting.map((one) => `waits      ${lineOf(one)}`);
    const returned = all.sentBack.map((one) => `sent back  ${lineOf(one)}\n  ${one.reason ?? "(erased)"}`);
    const lines = [...waiting, ...returned];
    return done(all, ...(lines.length > 0 ? lines : ["Nothing needs approval, and nothing was sent back."]));
  },
});
