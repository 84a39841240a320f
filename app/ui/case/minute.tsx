import type { Claim } from "#app/domain/campaign/campaign.ts";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Shows the case in its claims' short lines, each with kind and publisher. Nothing without any. */
export function Minute({ claims }: { claims: readonly Claim[] }) {
  const words = useWords().case;
  const points = claims.flatMap((claim) => (claim.brief ? [{ claim, brief: claim.brief }] : []));
  if (points.length === 0) return null;
  return (
    <section className="minute" aria-labelledby="minute">
      <h2 id="minute">{words.minute}</h2>
      <ul>
        {points.map(({ claim, brief }) => (
          <li key={claim.number} className={`of-${claim.kind}`}>
            <span className="kind">
              {words.kinds[claim.kind].label} <InLanguage language={claim.language} />
            </span>{" "}
            <span className="line-of" lang={claim.language}>
              <WithQuotes of={brief} claim={claim} />
            </span>{" "}
            {claim.kind !== "opinion" && <cite>{claim.publisher}</cite>}
          </li>
        ))}
      </ul>
    </section>
  );
}
