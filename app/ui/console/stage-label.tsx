import type { UpdateStage } from "#app/domain/outgoing/updates/update.ts";
import { useWords } from "#app/ui/locale.tsx";

const classOf: Record<UpdateStage, string> = {
  draft: "kind",
  submitted: "kind k-wait",
  approved: "kind k-good",
  scheduled: "kind k-good",
  sending: "kind k-ink",
  paused: "kind k-wait",
  sent: "kind k-good",
  cancelled: "kind k-stop",
};

/** Shows an update's state in its color. */
export function StageLabel({ stage }: { stage: UpdateStage }) {
  const { stages } = useWords().updates;
  return <span className={classOf[stage]}>{stages[stage]}</span>;
}
