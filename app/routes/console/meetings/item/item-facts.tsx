import type { BallotItemOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { ItemResult } from "#app/ui/meetings/item-result.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";

/** Lists what is known of a proposal, and its source. */
export function ItemFacts({ item }: { item: BallotItemOnPage }) {
  const { item: say, source } = useWords().meetings;
  const locale = useLocale();
  const votes = (["for", "against", "abstain", "brokerNonVotes"] as const).filter(
    (kind) => item.votes[kind] !== null,
  );
  const facts = [
    [say.number, item.number],
    [say.proponent, item.proponent],
    [say.board, item.board && say.recommendations[item.board]],
    [say.campaign, item.campaign && say.recommendations[item.campaign]],
  ] as const;
  return (
    <div className="stands">
      <section aria-labelledby="facts">
        <h2 id="facts">{say.facts}</h2>
        <dl className="dates">
          {facts.map(([term, detail]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail ?? <span className="muted">{say.notKnown}</span>}</dd>
            </div>
          ))}
          {votes.map((kind) => (
            <div key={kind}>
              <dt>{say.votes[kind]}</dt>
              <dd className="time">{formatVotes(locale, item.votes[kind])}</dd>
            </div>
          ))}
          {item.status === "voted" && (
            <div>
              <dt>{say.result}</dt>
              <dd>
                <ItemResult result={item.result} />
                {item.result.kind === "exact" && <span className="muted small"> {say.resultHow}</span>}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        <SourceNote source={item.source} />
      </section>
    </div>
  );
}
