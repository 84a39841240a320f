import type { ReactNode } from "react";
import type { ReadPledge } from "#app/domain/entries/pledges/list/read-pledge.server.ts";
import { countryName } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Shows what the holder said, without the holding. */
export function PledgeAnswers({ pledge }: { pledge: ReadPledge }) {
  const { pledgeList: words, editing } = useWords();
  const { told: say } = words.one;
  const locale = useLocale();
  const since = pledge.heldSinceMonth ?? (pledge.tenureBucket && words.tenures[pledge.tenureBucket]);
  const holds = pledge.kind !== "fund";
  const facts: [string, ReactNode][] = [
    [say.email, pledge.email],
    [say.country, countryName(locale, pledge.country)],
    [say.kind, words.kinds[pledge.kind]],
    ...(holds
      ? ([
          [say.holding, words.holdings[pledge.holdingForm]],
          [say.since, since],
          [say.flags, pledge.accountFlags.map((flag) => words.flags[flag]).join(", ")],
          [say.recordDate, words.recordDate[pledge.heldOnRecordDate]],
          [say.standing, words.standing[pledge.standingInstruction]],
        ] as [string, ReactNode][])
      : ([[say.manager, pledge.fundManager && <bdi>{pledge.fundManager}</bdi>]] as [string, ReactNode][])),
    ...pledge.intentions.map(({ number, title, intention }): [string, ReactNode] => [
      title === null ? say.general : [number, title].filter(Boolean).join(" "),
      words.intentions[intention],
    ]),
    [say.willing, pledge.willing.map((each) => words.willing[each]).join(", ")],
    [say.display, words.displays[pledge.display]],
    [say.comment, pledge.comment && <span className="comment">{pledge.comment}</span>],
    [say.language, editing.page.languageNames[pledge.locale] ?? pledge.locale],
    [say.disclosure, pledge.disclosureVersion],
  ];
  return (
    <section className="part" aria-labelledby="told">
      <h2 id="told">{say.heading}</h2>
      <dl className="facts">
        {facts.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail || <span className="muted">{say.nothing}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
