import type { Claim } from "#app/domain/campaign/campaign.ts";
import { textParts } from "#app/ui/petition-text.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Lists what the campaign asks of the company, without what is around a list. */
export function Asks({ claims }: { claims: readonly Claim[] }) {
  const all = claims.map((claim) => ({ claim, parts: textParts(claim.text) }));
  const hasLists = all.some(({ parts }) => parts.some((part) => "list" in part));
  return all.map(({ claim, parts }) => (
    <div key={claim.number} lang={claim.language}>
      {parts.map((part) =>
        "list" in part ? (
          <ol className="asks" key={part.list.join()}>
            {part.list.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        ) : hasLists ? null : (
          <p className="told" key={part.paragraph}>
            <WithQuotes of={part.paragraph} claim={claim} />
          </p>
        ),
      )}
    </div>
  ));
}
