import type { DispatchStage } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { useWords } from "#app/ui/locale.tsx";

const classOf: Record<DispatchStage, string> = {
  draft: "kind",
  submitted: "kind k-wait",
  approved: "kind k-good",
  sending: "kind k-ink",
  paused: "kind k-wait",
  sent: "kind k-good",
  filed: "kind",
  cancelled: "kind k-stop",
};

/** Shows a dispatch's state in its color. */
export function DispatchStageLabel({ stage }: { stage: DispatchStage }) {
  const { stages } = useWords().letterConsole.dispatches;
  return <span className={classOf[stage]}>{stages[stage]}</span>;
}
