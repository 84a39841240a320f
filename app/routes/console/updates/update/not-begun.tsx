import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Offers what can be done with an update that was stopped before its audience was listed. */
export function NotBegun() {
  const { approval, progress: say } = useWords().updates;
  return (
    <div className="acts-column apart-above">
      <ActionButton intent="take-back">{approval.takeBackApproved}</ActionButton>
      <AskedOnce
        intent="cancel"
        fields={{ from: "begun" }}
        summary={say.cancelScheduled}
        text={say.cancelPausedText}
        button={say.cancelScheduledButton}
      />
    </div>
  );
}
