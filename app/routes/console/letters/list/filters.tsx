import { addressOf } from "#app/domain/base/list.ts";
import { type LetterState, letterRoles } from "#app/domain/entries/letters/letter.ts";
import {
  type LetterFilter,
  letterFilters,
  likenesses,
} from "#app/domain/entries/letters/list/letter-list.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { letterClasses } from "#app/ui/console/entry-state.tsx";
import { FindForm as FindInList } from "#app/ui/console/found-rows.tsx";
import { Choice, NarrowForm as NarrowList } from "#app/ui/console/narrow-form.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

/** Searches for a writer. */
export const FindForm = ({ typed }: { typed: string }) => (
  <FindInList say={useWords().letterConsole.list} action="?index" typed={typed}>
    <input type="hidden" name="intent" value="find" />
  </FindInList>
);

/** Counts the filters in use besides the state. */
export const narrowing = ({ state: _state, ...filter }: LetterFilter) =>
  Object.values(filter).filter((value) => value !== null).length;

type NarrowFormProps = { filter: LetterFilter; languages: readonly string[] };

/** Filters the list by its address, which names no person. */
export function NarrowForm({ filter, languages }: NarrowFormProps) {
  const { meetings, letterConsole } = useWords();
  const { list: say, ...words } = letterConsole;
  const { companies } = useCompanies();
  const set = narrowing(filter);
  const choices = [
    ["held", say.filters.held, filter.onHold ? "yes" : "", [["yes", say.heldOnly]]],
    [
      "words",
      say.filters.likeness,
      filter.likeness,
      likenesses.map((each) => [each, say.likenesses[each]] as const),
    ],
    ["as", say.filters.role, filter.role, letterRoles.map((role) => [role, words.roles[role]] as const)],
    [
      ...(["locale", say.filters.locale, filter.locale] as const),
      languages.map((locale) => [locale, words.languages[locale] ?? locale] as const),
    ],
    [
      ...(["company", meetings.tabs.company, filter.company] as const),
      companies.map(({ slug, name }) => [slug, name] as const),
    ],
  ] as const;
  const offered = choices.filter(([name]) => name !== "company" || companies.length > 1);
  return (
    <NarrowList
      key={JSON.stringify(filter)}
      say={say}
      set={set}
      state={filter.state}
      cleared={addressOf(letterFilters, { state: filter.state })}
    >
      {offered.map(([name, label, value, options]) => (
        <Choice key={name} name={name} label={label} value={value} any={say.any} options={options} />
      ))}
    </NarrowList>
  );
}

/** The states of a letter, from waiting for its confirmation to its outcome. */
const way = [
  "email_pending",
  "confirmed",
  "queued",
  "filed",
  "sent",
  "accepted",
  "bounced",
  "unknown",
] as const satisfies LetterState[];

type FlowProps = {
  counts: Record<LetterState | "erased" | "selfSent", number>;
  filter: LetterFilter;
  searching: boolean;
};

/** Counts letters by state. Each count links its letters. */
export function Flow({ counts, filter, searching }: FlowProps) {
  const { states, stateMeans, list: say } = useWords().letterConsole;
  const locale = useLocale();
  const current = (state: LetterState) => (!searching && filter.state === state ? "page" : undefined);
  const to = (state: LetterState) => addressOf(letterFilters, { ...filter, state });
  return (
    <nav aria-label={say.flow}>
      <ol className="figures flow">
        {way.map((state) => (
          <li key={state}>
            <Link to={to(state)} aria-current={current(state)}>
              <span className={counts[state] > 0 ? letterClasses[state] : "kind"}>{states[state]}</span>
              <b>{formatNumber(locale, counts[state])}</b>
              <small>{stateMeans[state]}</small>
            </Link>
          </li>
        ))}
      </ol>
      <p className="cluster loose small muted pt-2.5 pb-4">
        {(["withdrawn", "refused"] as const).map((state) => (
          <Link key={state} to={to(state)} aria-current={current(state)}>
            {say.apart[state](counts[state])}
          </Link>
        ))}
        {(["selfSent", "erased"] as const).map((name) => (
          <span key={name}>{say.apart[name](counts[name])}</span>
        ))}
      </p>
    </nav>
  );
}
