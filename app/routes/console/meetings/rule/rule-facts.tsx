import type { RuleOnPage } from "#app/domain/campaign/meetings/figures/page-figures.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";

/** Shows the stored rule; in whole shares only where rule and price are checked and fresh. */
export function RuleFacts({ rule }: { rule: RuleOnPage }) {
  const { rule: say, source } = useWords().meetings;
  const locale = useLocale();
  const facts = [
    [say.facts.window, rule.priceWindowDays],
    [say.facts.words, rule.wordsAtMost],
    [say.facts.cure, rule.cureDays],
  ] as const;
  return (
    <div className="stands">
      <section aria-labelledby="tiers">
        <h2 id="tiers">{say.tiers}</h2>
        <TierTable rule={rule} />
        {rule.price !== null && (
          <p className="muted small">{say.at(rule.price.dollars, formatDate(locale, rule.price.asOf))}</p>
        )}
        {rule.blocked.length > 0 && <Blocked rule={rule} />}
        <dl className="dates">
          {facts.map(([term, n]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{n}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        <SourceNote source={rule.source} />
      </section>
    </div>
  );
}

function TierTable({ rule }: { rule: RuleOnPage }) {
  const { columns, years, dollars } = useWords().meetings.rule;
  const locale = useLocale();
  return (
    <table>
      <thead>
        <tr>
          <th>{columns.held}</th>
          <th className="num">{columns.amount}</th>
          {rule.price !== null && <th className="num">{columns.shares}</th>}
        </tr>
      </thead>
      <tbody>
        {rule.tiers.map((tier) => (
          <tr key={tier.years}>
            <th scope="row">{years(tier.years)}</th>
            <td className="num">{dollars(formatVotes(locale, tier.atLeast) ?? "")}</td>
            {rule.price !== null && <td className="num">{formatVotes(locale, tier.shares)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Blocked({ rule }: { rule: RuleOnPage }) {
  const { hidden, why } = useWords().meetings.rule;
  return (
    <div className="blocked">
      <p>{hidden}</p>
      <ul>
        {rule.blocked.map((reason) => (
          <li key={reason}>{reason === "window" ? why.window(rule.priceWindowDays) : why[reason]}</li>
        ))}
      </ul>
    </div>
  );
}
