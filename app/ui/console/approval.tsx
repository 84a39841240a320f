import type { Approving } from "#app/domain/access/approving.ts";
import type { ApprovalKind, AskedApproval } from "#app/domain/approvals/approval.ts";
import { useWords } from "#app/ui/locale.tsx";
import { ActionButton } from "./action-button.tsx";
import { AskedWhom } from "./asked-whom.tsx";
import { useFrozen } from "./frozen.ts";
import { writeMoment } from "./moment.tsx";
import { SendBackLink } from "./send-back.tsx";

type ApprovalProps = {
  approving: Approving;
  /** When what keeps them from approving is over, in ISO 8601. */
  from?: string | null;
  /** Which button it is; `approve` where a page has no other of this kind. */
  intent?: string;
  /** What the approver sees, and what the button sends along. */
  fields: Record<string, string | number>;
  /** What waits, which a second person can send back as well. */
  thing: { kind: ApprovalKind; subject: string };
  /** Who was asked for it by email, and when the page was made. */
  asked?: { asked: AskedApproval["asked"]; now: string };
  say: {
    approve: string;
    /** To a second person, next to the button. */
    approverNote?: string;
    /** To who had a hand in it, while somebody else can approve. */
    own: string;
    noRight: string;
    alone: { text: string; approve: string };
  };
};

/**
 * Shows the button to a second person, or to the only one who can approve; to others, who can. None while the
 * campaign is frozen. Under it, the way to send it back, and who was asked.
 */
export function Approval({ asked, thing, ...props }: ApprovalProps) {
  return (
    <>
      <ApproveButton {...props} />
      {props.approving === "yes" && <SendBackLink thing={thing} />}
      {asked && <AskedWhom {...asked} />}
    </>
  );
}

function ApproveButton({
  approving,
  from,
  intent = "approve",
  fields,
  say,
}: Omit<ApprovalProps, "asked" | "thing">) {
  const { approving: why } = useWords();
  const isFrozen = useFrozen();
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
