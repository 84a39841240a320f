import type { ReactNode } from "react";
import { addressOf, type Chosen, type Filter, type Filters, type Kept } from "#app/domain/base/list.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { useLocale } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { Blank } from "./blank.tsx";
import { FindForm, type FindSay, FoundRows, type FoundSay } from "./found-rows.tsx";
import { Choice, NarrowForm } from "./narrow-form.tsx";
import { Pager } from "./page-links.tsx";
import { ListTable, type Look } from "./people-table.tsx";
import { StateTabs } from "./state-tabs.tsx";

type Empty = { title: string; text: string };

type ListSay = FindSay &
  FoundSay & {
    caption: string;
    columns: Record<string, string>;
    tabs: string;
    states: Record<string, string>;
    /** What is shown, by state. */
    showing: Record<string, string>;
    /** Labels of the filters, and of the values of each. */
    filters: Record<string, string>;
    choices?: Record<string, Record<string, string>>;
    /** The filters' summary and the label for any value; without them, the filters are always open. */
    narrow?: string;
    narrowed?: (choices: number) => string;
    any?: string;
    apply: string;
    clear: string;
    badDay: string;
    /** `new`: there is nothing yet. `narrowed`: nothing matches. By state, else `page`: nothing is there. */
    empty: Record<"narrowed" | "page", Empty> & { new: Empty & { act: string } };
  };

/** What `readList` answers. */
type Listed<Row, F extends Filters> = {
  chosen: Chosen<F>;
  cursor: unknown;
  bad: readonly string[];
  rows: readonly Row[];
  newer: string | null;
  older: string | null;
};

type Found<Row> = { typed: string } & (
  | { outcome: "found"; rows: readonly Row[]; isPaged: boolean; more: boolean; next: string | null }
  | { outcome: "too-short" }
);

type ListPageProps<Row, F extends Filters> = {
  filters: F & { state: Filter };
  say: ListSay;
  list: Listed<Row, F>;
  found: Found<Row> | undefined;
  counts: Record<string, number>;
  /** The states that have a tab. */
  tabs: readonly string[];
  kept?: Kept;
  /** Fields of parameters that are kept. */
  keptFields?: ReactNode;
  /** Classes of the search and the filters. */
  className: string;
  /** Follows what is shown. */
  sentence: ReactNode;
  /** The address of where people enter, for a new list. */
  enter: string;
  /** See `ListTable`. */
  tableClass?: string;
  sentAt: (row: Row) => string;
  looks: Record<string, Look<Row>>;
  after?: ReactNode;
};

/** Shows a list: tabs, search, filters, table, next pages, and what it says when empty. */
export function ListPage<Row extends { publicId: string }, F extends Filters>(props: ListPageProps<Row, F>) {
  const { filters, say, list, found, counts, kept = {}, looks, sentAt, tableClass } = props;
  const chosen: Record<string, unknown> = list.chosen;
  const locale = useLocale();
  const address = (values: Record<string, unknown>) => addressOf<Filters>(filters, values, { kept });
  const state = (chosen.state as string | null) ?? null;
  const table = (rows: readonly Row[]) => (
    <ListTable
      caption={say.caption}
      headings={say.columns}
      rows={rows}
      looks={looks}
      sentAt={sentAt}
      className={tableClass}
    />
  );
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <StateTabs
        label={say.tabs}
        tabs={[null, ...props.tabs].map((each) => ({
          label: say.states[each ?? "all"] ?? "",
          count: formatNumber(locale, each === null ? all : (counts[each] ?? 0)),
          to: address({ ...chosen, state: each }),
          isCurrent: !found && each === state,
        }))}
      />
      <div className={`filters ${props.className}`}>
        <FindForm say={say} action={address({})} typed={found?.typed ?? ""} />
        <FilterForm
          key={address(chosen)}
          filters={filters}
          chosen={chosen}
          say={say}
          cleared={address({ state })}
        >
          {props.keptFields}
        </FilterForm>
      </div>
      {found ? (
        <FoundRows
          say={say}
          found={found}
          rows={found.outcome === "found" ? found.rows : []}
          back={address({})}
        >
          {table(found.outcome === "found" ? found.rows : [])}
        </FoundRows>
      ) : (
        <>
          <p className="sentence">
            <span>
              <b>{say.showing[state ?? "all"]}</b>
              {props.sentence}
            </span>
            {list.bad.some((name) => filters[name]?.kind === "day") && (
              <span className="problem">{say.badDay}</span>
            )}
          </p>
          {list.rows.length === 0 ? (
            <EmptyList
              say={say}
              chosen={chosen}
              isNew={all === 0}
              isPaged={list.cursor !== null}
              address={address}
              enter={props.enter}
            />
          ) : (
            <>
              {table(list.rows)}
              <Pager
                newer={list.newer}
                older={list.older}
                rows={list.rows.length}
                addressOf={(side, than) =>
                  addressOf<Filters>(filters, chosen, { kept, cursor: { side, than } })
                }
              />
            </>
          )}
          {props.after}
        </>
      )}
    </>
  );
}

type FilterFormProps = {
  filters: Filters;
  chosen: Record<string, unknown>;
  say: ListSay;
  /** The list's address in its state, unfiltered. */
  cleared: string;
  children: ReactNode;
};

/** Filters a list by its address, which names no person. */
function FilterForm({ filters, chosen, say, cleared, children }: FilterFormProps) {
  const own = Object.entries(filters).filter(([name]) => name !== "state");
  const set = own.filter(([name]) => chosen[name] !== null).length;
  const state = chosen.state === null ? null : String(chosen.state);
  const fields = own.map(([name, { kind, values }]) =>
    kind === "day" ? (
      <Field key={name} name={name} label={say.filters[name]}>
        {(wiring) => <input type="date" {...wiring} defaultValue={String(chosen[name] ?? "")} />}
      </Field>
    ) : (
      <Choice
        key={name}
        name={name}
        label={say.filters[name] ?? ""}
        value={(chosen[name] as string | null) ?? null}
        any={say.any ?? ""}
        options={values.map((value) => [value, say.choices?.[name]?.[value] ?? value])}
      />
    ),
  );
  const narrowing = { set, state, cleared };
  const { narrow, narrowed } = say;
  if (narrow && narrowed)
    return (
      <NarrowForm say={{ ...say, narrow, narrowed }} {...narrowing}>
        {children}
        {fields}
      </NarrowForm>
    );
  return (
    <Form method="get" className="fields">
      {state && <input type="hidden" name="state" value={state} />}
      {fields}
      <Button>{say.apply}</Button>
      {set > 0 && (
        <Link to={cleared} className="clear">
          {say.clear}
        </Link>
      )}
    </Form>
  );
}

type EmptyListProps = {
  say: ListSay;
  chosen: Record<string, unknown>;
  /** There is nothing in any state. */
  isNew: boolean;
  isPaged: boolean;
  enter: string;
  address: (values: Record<string, unknown>) => string;
};

/** Says why the list is empty, what will appear, and how. */
function EmptyList({ say, chosen, isNew, isPaged, enter, address }: EmptyListProps) {
  const { empty } = say;
  const state = (chosen.state as string | null) ?? null;
  if (isNew) {
    const { act, ...why } = empty.new;
    return (
      <Blank {...why}>
        <ButtonLink href={enter}>{act}</ButtonLink>
      </Blank>
    );
  }
  const isNarrowed = Object.entries(chosen).some(([name, value]) => name !== "state" && value !== null);
  const inState = (empty as Record<string, Empty>)[isPaged || state === null ? "page" : state] ?? empty.page;
  return (
    <Blank {...(isNarrowed ? empty.narrowed : inState)}>
      <Link to={address(isNarrowed ? { state } : {})}>{isNarrowed ? say.clear : say.back}</Link>
    </Blank>
  );
}
