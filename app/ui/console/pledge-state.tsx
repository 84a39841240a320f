import type { ListedState } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { useWords } from "#app/ui/locale.tsx";

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
