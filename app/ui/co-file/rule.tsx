import type { CoFilingOnPage } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import { formatDollars } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatDay } from "./format.ts";

/** Shows the rule in plain words, its source, and whether anyone has checked it. */
export function Rule({ rule, name }: { rule: CoFilingOnPage["rule"]; name: string }) {
  const { rule: words } = useWords().coFile;
  const locale = useLocale();
  return (
    <section className="rule" aria-labelledby="rule">
      <h2 id="rule">{words.heading(name)}</h2>
      {rule === null ? (
        <p className="gap">{words.none}</p>
      ) : (
        <>
          <Provenance source={rule.source} />
          <table>
            <caption>{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.held}</th>
              </tr>
            </thead>
            <tbody>
              {rule.tiers.map(({ atLeast, years }) => (
                <tr key={`${atLeast} ${years}`}>
                  <th scope="row">{words.atLeast(formatDollars(locale, atLeast))}</th>
                  <td>{words.years(years)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul className="plain">
            {words
              .terms({ window: rule.priceWindowDays, words: rule.wordsAtMost, cure: rule.cureDays })
              .map((term) => (
                <li key={term}>{term}</li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Source = NonNullable<CoFilingOnPage["rule"]>["source"];

function Provenance({ source: { trust, asOf, url, checkedBy, checkedOn } }: { source: Source }) {
  const { rule: words } = useWords().coFile;
  const locale = useLocale();
  const checked =
    checkedOn && checkedBy ? words.checkedOn(formatDay(locale, checkedOn), checkedBy) : words.notChecked;
  return (
    <p className={trust === "verified" ? "small gap" : "notice small"}>
      <b>{checked}</b> {trust === "stale" && words.stale}{" "}
      {asOf ? words.asOf(formatDay(locale, asOf)) : words.undated} {url && <a href={url}>{words.source}</a>}
    </p>
  );
}
