import { type ApprovalKind, approvalKinds, SendBackForm } from "#app/domain/approvals/approval.ts";
import { listAllOpen } from "#app/domain/team/list-sent-back.server.ts";
import { sendBack } from "#app/domain/team/send-back.server.ts";
import { settleSentBack } from "#app/domain/team/settle-sent-back.server.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, tell, UsageError } from "./command.ts";
import { idOf, onCampaign, oneOf } from "./on-campaign.ts";

const text = { type: "string" } as const;
const { thing: nameOf } = words("en").approvals;

/** Lists what waits for an approval, and what was sent back and nobody has dealt with. */
export const approvalList = onCampaign(
  "approval list",
  {},
  () => null,
  async ({ opened, json, scope: { campaignId } }) => {
    const all = await listAllOpen(opened.db, campaignId);
    const line = ({
      kind,
      subject,
      number,
    }: {
      kind: ApprovalKind;
      subject: string;
      number: number | null;
    }) => `${kind}  ${subject}  ${nameOf(kind, number)}`;
    const waiting = all.waiting.map((one) => `waits      ${line(one)}`);
    const returned = all.sentBack.map((one) => `sent back  ${line(one)}\n  ${one.reason ?? "(erased)"}`);
    const lines = [...waiting, ...returned];
    tell(json, all, ...(lines.length > 0 ? lines : ["Nothing waits, and nothing was sent back."]));
    return exitCodes.done;
  },
);

const thing = { kind: text, subject: text };
const read = (given: { kind?: string | undefined; subject?: string | undefined }) => ({
  kind: oneOf(approvalKinds, given.kind, "kind"),
  subject: idOf(given.subject, "subject", "approval list"),
});

/** Sends back what waits for an approval, with the reason. */
export const approvalSendBack = onCampaign(
  "approval send-back",
  { ...thing, reason: text },
  (given) => {
    const form = SendBackForm.safeParse({ reason: given.reason });
    if (!form.success) throw new UsageError("--reason says in 1,000 characters or fewer what has to change");
    return { ...read(given), ...form.data };
  },
  async ({ opened, json, scope: { campaignId }, actor }, { kind, subject, reason }) => {
    const { outcome } = await sendBack(opened.db, { campaignId, actor, kind, subject, reason });
    if (outcome !== "sent-back")
      throw new CommandFailed("It does not wait for an approval: see `approval list`.");
    tell(json, { outcome }, "Sent back. Those who wrote it or asked get an email with the reason.");
    return exitCodes.done;
  },
);

/** Records that somebody has dealt with what was sent back. */
export const approvalSettle = onCampaign(
  "approval settle",
  thing,
  read,
  async ({ opened, json, scope: { campaignId }, actor }, { kind, subject }) => {
    const { sentBack } = await listAllOpen(opened.db, campaignId);
    const one = sentBack.find((each) => each.kind === kind && each.subject === subject);
    const settled = one && (await settleSentBack(opened.db, { campaignId, actor, request: one.request }));
    if (settled?.outcome !== "settled")
      throw new CommandFailed("It was not sent back, or somebody has dealt with it: see `approval list`.");
    tell(json, settled, "Settled. It is on no overview anymore.");
    return exitCodes.done;
  },
);
