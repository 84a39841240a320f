import type { ApprovalState } from "#app/domain/access/approving.ts";
import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import { fillNote } from "#app/domain/review/bulk/fill-note.ts";
import type { ListedBulk } from "#app/domain/review/bulk/list-bulks.server.ts";
import type { Words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { wordOf } from "#app/ui/console/done-note.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

/** True once it no longer invalidates: its note then says how many it did. */
const isOver = (state: ListedBulk["state"]) => !["counting", "asked", "expired", "running"].includes(state);

type BulkEntryProps = {
  bulk: ListedBulk & { waits: ApprovalState | null; asked: AskedApproval["asked"] };
  /** When this page was made. */
  now: string;
};

/** Shows one bulk invalidation: its conditions, its progress and its actions. */
export function BulkEntry({ bulk, now }: BulkEntryProps) {
  const say = useWords().review.bulk;
  const { number, state, matched, invalidated } = bulk;
  const progress = matched === null ? say.states.counting : say.progress(invalidated, matched);
  return (
    <section className="bulk" aria-label={say.number(number)}>
      <h3>
        {say.number(number)} {say.states[state]}
      </h3>
      <p>{meant(bulk, say)}</p>
      {matched !== null && (
        <p className="bulk-progress">
          <progress max={Math.max(matched, 1)} value={invalidated} aria-label={progress} /> {progress}
        </p>
      )}
      {bulk.note && (
        <p className="small muted">{say.noted(fillNote(bulk.note, isOver(state) ? invalidated : matched))}</p>
      )}
      <p className="small muted">{say.by(bulk.askedBy, bulk.approvedBy, bulk.approvedAlone)}</p>
      {bulk.undoAskedBy !== null && <p className="small muted">{say.undoBy(bulk.undoAskedBy)}</p>}
      {bulk.waits && (
        <Approval
          state={bulk.waits}
          intent="approve"
          thing={{ kind: "bulk", subject: bulk.publicId }}
          fields={{ number, matched: matched ?? 0 }}
          asked={{ asked: bulk.asked, now }}
          say={{ ...say, own: say.own(bulk.waits.others) }}
        />
      )}
      <Form method="post" className="acts">
        <input type="hidden" name="number" value={number} />
        {(state === "counting" || state === "asked" || state === "running") && (
          <Button name="intent" value="cancel">
            {say.cancel}
          </Button>
        )}
        {(state === "done" || state === "cancelled") && invalidated > 0 && (
          <Button name="intent" value="undo">
            {say.undo}
          </Button>
        )}
      </Form>
    </section>
  );
}

function meant({ conditions }: ListedBulk, say: Words["review"]["bulk"]): string {
  return Object.entries(conditions)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      if (name === "block") return value === "gone" ? say.blockGone : say.blockMeant;
      return `${wordOf(say.names, name)} ${wordOf(say.reasons, value) ?? value}`;
    })
    .join("; ");
}
