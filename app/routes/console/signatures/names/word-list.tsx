import type { ListedWord, WordFilter } from "#app/domain/moderation/list-words.server.ts";
import { nameDecisions, stateAfter } from "#app/domain/names/name-review.ts";
import { countryName, formatDate, type Locale, type Words } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import type { DecisionAnswer } from "#app/ui/console/decision.ts";
import { DecisionList, type DecisionRow } from "#app/ui/console/decision-list.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link, type useFetcher } from "#app/ui/remix.ts";
import { wordsAddress } from "./read-filter.ts";

type WordListProps = {
  listed: readonly ListedWord[];
  filter: WordFilter;
  lastDecision: DecisionAnswer;
  decide: ReturnType<typeof useFetcher<DecisionAnswer>>;
};

const keyOf = { keep: "y", hide: "n", ask: "a" } as const;

/** Lists names and comments of one state, several decided about at once. */
export function WordList({ listed, filter, lastDecision, decide }: WordListProps) {
  const { names: say } = useWords().packs;
  const locale = useLocale();
  const decisions = nameDecisions
    .filter((decision) => stateAfter[decision] !== filter.state)
    .filter((decision) => decision !== "ask" || listed.some(({ kind }) => kind === "name"))
    .map((value) => ({
      value,
      key: keyOf[value],
      label: say.decisions[value],
      hint: say.decisionHints[value],
    }));
  const alike = filter.state === "queued" && listed.some((one) => one.alike > 0);
  return (
    <DecisionList
      rows={listed.map((one) => rowOf(one, say, locale))}
      decisions={decisions}
      action={wordsAddress(filter)}
      decide={decide}
      lastDecision={lastDecision}
      say={say}
      explains={say.explains[filter.state]}
      empty={<Nothing filter={filter} />}
      also={
        alike && (
          <label className="cluster">
            <input type="checkbox" name="alike" value="on" /> {say.alikeBox}
          </label>
        )
      }
    />
  );
}

function rowOf(one: ListedWord, say: Words["packs"]["names"], locale: Locale): DecisionRow {
  const { kind, name, comment, display, handedOver } = one;
  const readers = [
    ...(display === "anonymous" ? [] : [say.shown[display]]),
    ...(handedOver ? [say.handedOver] : []),
  ];
  const about = [
    ...(kind === "comment" ? [say.commentBy(name)] : []),
    countryName(locale, one.country),
    ...(one.alike > 0 ? [say.alike(one.alike)] : []),
  ];
  return {
    id: one.publicId,
    choose: kind === "comment" ? say.chooseComment(name) : say.choose(name),
    head:
      comment === null ? (
        <bdi>{name}</bdi>
      ) : (
        <span className="plain-text font-serif" dir="auto">
          {comment}
        </span>
      ),
    beneath: [
      about.join(", "),
      readers.join("; "),
      ...(one.decidedAt ? [say.by(one.decidedBy, writeMoment(one.decidedAt))] : []),
    ],
    reasons: one.reasons.map((reason) => say.reasons[reason] ?? reason),
    when: <time dateTime={one.signedAt}>{formatDate(locale, one.signedAt)}</time>,
  };
}

function Nothing({ filter }: { filter: WordFilter }) {
  const { names: say } = useWords().packs;
  const { title, text } = say.empty[filter.state];
  const narrowed = filter.kind !== null || filter.reason !== null || filter.after !== null;
  return (
    <Blank title={narrowed ? say.emptyFilter : title} text={narrowed ? say.emptyFilterText : text}>
      {narrowed && (
        <Link to={wordsAddress({ ...filter, kind: null, reason: null, after: null })}>{say.all}</Link>
      )}
    </Blank>
  );
}
