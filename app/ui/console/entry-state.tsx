import type { Recipient } from "#app/domain/campaign/recipients/recipient.ts";
import type { LetterState } from "#app/domain/entries/letters/letter.ts";
import type { ListedState } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { useWords } from "#app/ui/locale.tsx";

export const letterClasses: Record<LetterState, string> = {
  email_pending: "kind",
  confirmed: "kind k-ink",
  queued: "kind k-ink",
  filed: "kind",
  sent: "kind k-good",
  accepted: "kind k-good",
  bounced: "kind k-stop",
  unknown: "kind k-wait",
  withdrawn: "kind",
  refused: "kind k-stop",
};

/** Shows a letter's state in its color. */
export function LetterStateLabel({ state }: { state: LetterState }) {
  const { states } = useWords().letterConsole;
  return <span className={letterClasses[state]}>{states[state]}</span>;
}

const classOf: Record<ListedState | "superseded", string> = {
  active: "kind k-good",
  waiting: "kind k-stop",
  email_pending: "kind k-wait",
  withdrawn: "kind",
  not_accepted: "kind k-stop",
  superseded: "kind",
};

/** Shows a pledge's state in its color. */
export function PledgeState({ state }: { state: ListedState | "superseded" }) {
  const { states } = useWords().pledgeList;
  return <span className={classOf[state]}>{states[state]}</span>;
}

/** Shows whether letters go to a recipient, by color. */
export function RecipientState({ recipient }: { recipient: Pick<Recipient, "verified" | "retiredAt"> }) {
  const { states } = useWords().letterConsole.recipients;
  if (recipient.retiredAt !== null) return <span className="kind">{states.retired}</span>;
  return recipient.verified === null ? (
    <span className="kind k-wait">{states.unverified}</span>
  ) : (
    <span className="kind k-good">{states.verified}</span>
  );
}
