import type { Missing, Signing } from "#app/domain/campaigns/campaign.ts";
import { useWords } from "./locale.tsx";

/** Why no one can sign now: the petition is closed, or the page does not say yet who asks. */
export function NotOpen({ signing }: { signing: Exclude<Signing, { outcome: "open" }> }) {
  const { closed, notOpen, preview } = useWords().sign.form;
  const said = { closed, "not-open": notOpen, preview };
  const { heading, text } = said[signing.outcome];
  return (
    <div className="notice">
      <h3>{heading}</h3>
      <p>{text}</p>
      {signing.outcome === "not-open" && <MissingList missing={signing.missing} />}
    </div>
  );
}

function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { notOpen } = useWords().sign.form;
  return (
    <ul>
      {missing.map((what) => (
        <li key={what}>{notOpen.missing[what]}</li>
      ))}
    </ul>
  );
}
