import type { Recipient } from "#app/domain/campaign/recipients/recipient.ts";
import { useWords } from "#app/ui/locale.tsx";

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
