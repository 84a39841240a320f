import type { Approving } from "#app/domain/access/approving.ts";
import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { AskedWhom } from "#app/ui/console/asked-whom.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { SendBackLink } from "#app/ui/console/send-back.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { DueTable } from "./due-table.tsx";

type AskedProps = {
  asked: {
    subject: string;
    by: { id: string; name: string } | null;
    at: string;
    months: number;
    due: Record<string, number>;
  };
  me: string;
  others: readonly string[];
  approving: Approving;
  /** Who was asked by email, and when this page was made. */
  asking: { asked: AskedApproval["asked"]; now: string };
  /** When the reader may approve, in ISO 8601, if they may not yet. */
  approvesFrom: string | null;
};

/** Shows what waits for a second person, or for the asker where there is none. */
export function Asked({ asked, me, others, approving, asking, approvesFrom }: AskedProps) {
  const { closing, approving: why } = useWords();
  const { asked: say } = closing;
  const own = asked.by?.id === me;
  const mayApprove = approving === "yes" || approving === "alone";
  const waits =
    approving === "new" || approving === "lost"
      ? why[approving](writeMoment(approvesFrom ?? ""))
      : approving === "newcomer"
        ? why.newcomer
        : say.others(others);
  return (
    <section className="sheet">
      <h2>{own && mayApprove ? say.titleAlone : say.title}</h2>
      <p>{say.by(asked.by?.name ?? say.somebody, writeMoment(asked.at), asked.months)}</p>
      <p className="gap">{say.heldThen}</p>
      <DueTable due={asked.due} />
      <p>{mayApprove ? say.approveText : waits}</p>
      {approving === "yes" && <SendBackLink thing={{ kind: "closing", subject: asked.subject }} />}
      <AskedWhom {...asking} />
      <div className="acts">
        {mayApprove && (
          <ActionButton intent="approve" variant="act" fields={{ months: asked.months }}>
            {approving === "alone" ? say.approveAlone : say.approve}
          </ActionButton>
        )}
        <ActionButton intent="withdraw">{own ? say.withdraw : say.object}</ActionButton>
      </div>
    </section>
  );
}
