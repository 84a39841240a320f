import type { ApprovalState } from "#app/domain/access/approving.ts";
import type { ApprovalKind, AskedApproval } from "#app/domain/approvals/approval.ts";
import { useWords } from "#app/ui/locale.tsx";
import { ActionButton } from "./action-button.tsx";
import { AskedWhom } from "./asked-whom.tsx";
import { useFrozen } from "./frozen.ts";
import { writeMoment } from "./moment.tsx";
import { SendBackLink } from "./send-back.tsx";

type ApprovalProps = {
  state: ApprovalState;
  /** The button's intent, if not `approve`. */
  intent?: string;
  /** What the approver sees, sent with the button. */
  fields: Record<string, string | number>;
  /** What waits, for the link to send it back. */
  thing: { kind: ApprovalKind; subject: string };
  /** Who was asked by email, and when this page was made. */
  asked?: { asked: AskedApproval["asked"]; now: string };
  say: {
    approve: string;
    /** A note for a second person, next to the button. */
    approverNote?: string;
    /** A note for its authors, if somebody else can approve. */
    own: string;
    noRight: string;
    alone: { text: string; approve: string };
  };
};

/**
 * Shows the button to a second person, or to the only one who can approve; to others, who can. None during a
 * freeze. Below it: the link to send it back, and who was asked.
 */
export function Approval({ asked, thing, ...props }: ApprovalProps) {
  return (
    <>
      <ApproveButton {...props} />
      {props.state.approving === "yes" && <SendBackLink thing={thing} />}
      {asked && <AskedWhom {...asked} />}
    </>
  );
}

function ApproveButton({ state, intent = "approve", fields, say }: Omit<ApprovalProps, "asked" | "thing">) {
  const { approving: why } = useWords();
  const isFrozen = useFrozen();
  const { approving, approvesFrom: from } = state;
  if (state.missing) return <CannotOpen state={state} />;
  if (approving === "own") return <p>{say.own}</p>;
  if (approving === "new" || approving === "lost") return <p>{why[approving](writeMoment(from ?? ""))}</p>;
  if (approving === "newcomer") return <p>{why.newcomer}</p>;
  if (approving === "no-right") return <p>{say.noRight}</p>;
  if (isFrozen) return <p>{why.frozen}</p>;
  return (
    <>
      {approving === "alone" && <p>{say.alone.text}</p>}
      {approving === "yes" && say.approverNote && <p>{say.approverNote}</p>}
      <ActionButton intent={intent} variant="act" fields={fields}>
        {approving === "alone" ? say.alone.approve : say.approve}
      </ActionButton>
    </>
  );
}

/** Says who must be given which right, if that is all that keeps something from being approved. */
export function CannotOpen({ state: { approving, missing } }: { state: ApprovalState }) {
  const { approving: say, team } = useWords();
  if (!missing) return null;
  const right = team.rights[missing.right] ?? missing.right;
  const { gives, lack } = missing;
  return (
    <p className="problem">
      {approving === "cannot-open" ? say.cannotOpen(right, gives) : say.noneOpens(right, lack, gives)}
    </p>
  );
}
