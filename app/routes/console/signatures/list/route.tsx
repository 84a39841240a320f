import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { isDay } from "#app/domain/base/day.ts";
import { countSignatures, listSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { searchSignatures } from "#app/domain/entries/signatures/search-signatures.server.ts";
import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { noteListView, noteSearch } from "#app/domain/record/note-view.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { FindForm as FindInList, FoundRows } from "#app/ui/console/found-rows.tsx";
import { Pager } from "#app/ui/console/page-links.tsx";
import { StateTabs as TabsOfStates } from "#app/ui/console/state-tabs.tsx";
import { Field } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { SignatureTable } from "./signature-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const { db } = args.context;
  const filter = readFilter(new URL(args.request.url).searchParams);
  const [counts, page] = await Promise.all([countSignatures(db, scope), listSignatures(db, scope, filter)]);
  const { state, from, to, cursor } = filter;
  const view = { rows: page.signatures.length, filter: { state, from, to }, paged: cursor !== null };
  await noteListView(db, scope, { list: "signatures", ...view });
  const mayExport = mayDo(campaign, "export-signatures");
  return { slug: campaign.slug, mayExport, filter, counts, ...page };
}

const SearchFields = z.object({ find: z.string().max(300) });

/**
 * Finds people. Searching is a POST although it changes nothing: in a GET's query, a name or address would be
 * stored in the browser's history, in proxies' logs and in shared links.
 */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-names");
  const form = await parseForm(args.request, SearchFields);
  if (!form.ok) return data({ typed: "", outcome: "too-short" as const }, { status: 422 });
  const typed = form.value.find;
  const { db, env } = args.context;
  const found = await searchSignatures(db, scope, typed);
  if (found.outcome === "found")
    await noteSearch(db, env.keys, scope, { list: "signatures", rows: found.signatures.length, typed });
  return { typed, ...found };
}

export const meta: MetaFunction = () => [{ title: "Signatures · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Signatures() {
  const list = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { signatures: say } = useWords().organize;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {list.mayExport && (
          <div className="acts">
            <ButtonLink href={`/organize/c/${list.slug}/exports`}>{say.export}</ButtonLink>
          </div>
        )}
      </div>
      <StateTabs counts={list.counts} filter={list.filter} searching={found !== undefined} />
      <div className="filters cols even compact">
        <FindForm typed={found?.typed ?? ""} />
        <DateFilter filter={list.filter} />
      </div>
      {found ? <FoundList found={found} /> : <WholeList list={list} />}
    </>
  );
}

function FoundList({ found }: { found: NonNullable<ReturnType<typeof useActionData<typeof action>>> }) {
  const { signatures: say } = useWords().organize;
  const signatures = found.outcome === "found" ? found.signatures : [];
  return (
    <FoundRows say={say} found={found} rows={signatures} back="?">
      <SignatureTable signatures={signatures} />
    </FoundRows>
  );
}

function WholeList({ list }: { list: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { signatures: say } = useWords().organize;
  const { filter, signatures } = list;
  const { from, to } = filter;
  return (
    <>
      <p className="sentence">
        <span>
          <b>{say.showing[filter.state ?? "all"]}</b>, {from || to ? say.between(from, to) : say.anyTime}
        </span>
        {filter.badDay && <span className="problem">{say.badDay}</span>}
      </p>
      {signatures.length === 0 ? (
        <EmptyList filter={filter} slug={list.slug} total={list.counts} />
      ) : (
        <>
          <SignatureTable signatures={signatures} />
          <Pager
            newer={list.newer}
            older={list.older}
            rows={signatures.length}
            addressOf={(side, than) => listAddress({ ...filter, cursor: { side, than } })}
          />
        </>
      )}
    </>
  );
}

type EmptyListProps = { filter: ReadFilter; slug: string; total: Record<SignatureState, number> };

/** Says why the list is empty, what will appear, and how. */
function EmptyList({ filter, slug, total }: EmptyListProps) {
  const { signatures: say } = useWords().organize;
  const { empty } = say;
  const nobody = Object.values(total).every((count) => count === 0);
  const dated = filter.from !== null || filter.to !== null;
  const { title, text } = nobody
    ? empty.new
    : dated
      ? empty.dates
      : filter.cursor || filter.state === null
        ? empty.page
        : empty[filter.state];
  return (
    <Blank title={title} text={text}>
      {nobody ? (
        <ButtonLink href={`/c/${slug}`}>{empty.new.act}</ButtonLink>
      ) : (
        <Link to={listAddress({ state: dated ? filter.state : null })}>{dated ? say.clear : say.back}</Link>
      )}
    </Blank>
  );
}

/** Searches for a signer. */
const FindForm = ({ typed }: { typed: string }) => (
  <FindInList say={useWords().organize.signatures} action="?" typed={typed} />
);

/** Filters by day of signing, in the address: no person is in it. */
function DateFilter({ filter }: { filter: ReadFilter }) {
  const { signatures: say } = useWords().organize;
  const days = ["from", "to"] as const;
  return (
    <Form method="get" className="fields" key={`${filter.from}-${filter.to}`}>
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      {days.map((name) => (
        <Field key={name} name={name} label={say[name]}>
          {(wiring) => <input type="date" {...wiring} defaultValue={filter[name] ?? ""} />}
        </Field>
      ))}
      <Button>{say.apply}</Button>
      {(filter.from || filter.to) && (
        <Link to={listAddress({ state: filter.state })} className="clear">
          {say.clear}
        </Link>
      )}
    </Form>
  );
}

type StateTabsProps = { counts: Record<SignatureState, number>; filter: ReadFilter; searching: boolean };

/** Links the list's states, with the count of each. */
function StateTabs({ counts, filter, searching }: StateTabsProps) {
  const { signatures: say } = useWords().organize;
  const locale = useLocale();
  const all = signatureStates.reduce((sum, state) => sum + counts[state], 0);
  const states = [null, ...signatureStates];
  return (
    <TabsOfStates
      label={say.tabs}
      tabs={states.map((state) => ({
        label: say.states[state ?? "all"],
        count: formatNumber(locale, state ? counts[state] : all),
        to: listAddress({ ...filter, state, cursor: null }),
        isCurrent: !searching && state === filter.state,
      }))}
    />
  );
}

type ReadFilter = {
  state: SignatureState | null;
  from: string | null;
  to: string | null;
  cursor: { side: "newer" | "older"; than: string } | null;
  /** An invalid day was given. */
  badDay: boolean;
};

/** Reads the list's filter in the address. Unreadable values count as not given. */
function readFilter(search: URLSearchParams): ReadFilter {
  const given = (name: string) => search.get(name)?.trim() || null;
  const day = (name: string) => {
    const text = given(name);
    return text && isDay(text) ? text : null;
  };
  const side = search.has("newer") ? "newer" : "older";
  const than = given(side);
  const from = day("from");
  const to = day("to");
  return {
    state: signatureStates.find((state) => state === search.get("state")) ?? null,
    from,
    to,
    cursor: than && isUuid(than) ? { side, than } : null,
    badDay: (given("from") !== null && from === null) || (given("to") !== null && to === null),
  };
}

/** Returns the list's address for a filter; its first page unless a cursor is given. */
function listAddress(filter: Partial<ReadFilter>): string {
  const search = new URLSearchParams();
  for (const name of ["state", "from", "to"] as const) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  if (filter.cursor) search.set(filter.cursor.side, filter.cursor.than);
  return `?${search}`;
}
