import { claimKinds } from "#app/domain/campaign/campaign.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Says who answers for each kind of claim. */
export function Legend() {
  const words = useWords().case;
  return (
    <dl className="legend" aria-label={words.legend}>
      {claimKinds.map((kind) => (
        <div key={kind} className={`of-${kind}`}>
          <dt className="kind">{words.kinds[kind].label}</dt>
          <dd>{words.kinds[kind].meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
