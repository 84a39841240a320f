import type { LetterState } from "#app/domain/entries/letters/letter.ts";
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
