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

type StageLabelProps = {
  stage: UpdateStage;
  /** It goes to each person by itself. */
  byItself: boolean;
};

/** Shows an update's state in its color. */
export function StageLabel({ stage, byItself: isStep }: StageLabelProps) {
  const { stages, byItself } = useWords().updates;
  const label = (isStep ? byItself.stages[stage] : undefined) ?? stages[stage];
  return <span className={classOf[stage]}>{label}</span>;
}
