import type { Claim } from "#app/domain/campaign/campaign.ts";
import type { CasePlan } from "#app/domain/pages/case-plan.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Kind, SourceLine } from "./source-line.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Shows what the company said and what is not known, side by side in the same size. */
export function CompanyResponse({ said, open, opinion }: Pick<CasePlan, "said" | "open" | "opinion">) {
  const { sections } = useWords().case;
  return (
    <>
      <div className={said.length + Number(open.length > 0) > 2 ? "three" : "three two-only"}>
        {said.map((claim) => (
          <div key={claim.number}>
            <Statement claim={claim} />
          </div>
        ))}
        {open.length > 0 && (
          <div className="open">
            <h3 id="unknown">{sections.unknown}</h3>
            <ul>
              {open.map((claim) => (
                <li key={claim.number} lang={claim.language}>
                  <WithQuotes of={claim.openQuestion ?? ""} claim={claim} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {opinion && (
        <p className="ours" lang={opinion.language}>
          <Kind claim={opinion} /> <WithQuotes of={opinion.brief ?? opinion.text} claim={opinion} />
        </p>
      )}
    </>
  );
}

function Statement({ claim }: { claim: Claim }) {
  const { also } = useWords().case;
  const { text, quotation, quotationLanguage, published, language } = claim;
  return (
    <>
      {published && <h3>{published.on.slice(0, 4)}</h3>}
      <p className={quotation ? "lead-in" : "told"} lang={language}>
        <WithQuotes of={text} claim={claim} />
      </p>
      {quotation && <blockquote lang={quotationLanguage}>“{quotation}”</blockquote>}
      <SourceLine claim={claim} limits={also} />
    </>
  );
}
