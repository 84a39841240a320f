import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { chooseMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { countPledges, listPledges } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import {
  type ListedPledge,
  type ListedState,
  wholePledgeList,
} from "#app/domain/entries/pledges/list/pledge-list.ts";
import { searchPledges } from "#app/domain/entries/pledges/list/search-pledges.server.ts";
import { readFundLetters } from "#app/domain/entries/pledges/totals/fund-letters.server.ts";
import { readVotedRate } from "#app/domain/entries/pledges/totals/voted-rate.server.ts";
import { noteListView, noteSearch } from "#app/domain/record/note-view.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { FindForm as FindInList, FoundRows } from "#app/ui/console/found-rows.tsx";
import { Choice, NarrowForm as NarrowList } from "#app/ui/console/narrow-form.tsx";
import { Pager } from "#app/ui/console/page-links.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { FundsReported, Voted, Waiting } from "./outcomes.tsx";
import { EmptyList, NoMeeting, PledgeTable, StateTabs } from "./pledge-table.tsx";
import { choices, narrowing, type ReadFilter, readFilter, useListAddress } from "./read-filter.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

const asked = ({ request }: { request: Request }) => readFilter(new URL(request.url).searchParams);

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view-names");
  const { db } = args.context;
  const read = asked(args);
  const { meeting, years } = await chooseMeeting(db, campaign.id, read.year, company.id);
  const { slug } = campaign;
  if (!meeting) return { slug, list: null };

  const ofMeeting = { ...scope, meetingId: meeting.id };
  const meetingIds = { campaignId: campaign.id, meetingId: meeting.id };
  const [counts, rate, letters, page] = await Promise.all([
    countPledges(db, ofMeeting),
    readVotedRate(db, meetingIds),
    readFundLetters(db, meetingIds),
    listPledges(db, ofMeeting, read.filter, read.cursor),
  ]);
  const view = { rows: page.pledges.length, filter: { year: meeting.year }, paged: read.cursor !== null };
  await noteListView(db, scope, { list: "pledges", ...view });
  const mayExport = mayDo(campaign, "export-pledges");
  return { slug, list: { year: meeting.year, years, mayExport, read, counts, rate, letters, ...page } };
}

const SearchFields = z.object({ find: z.string().max(300) });

/** Finds holders. A POST although it changes nothing, so that no name is in an address. */
export async function action(args: ActionFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view-names");
  const form = await parseForm(args.request, SearchFields);
  const { meeting } = await chooseMeeting(args.context.db, campaign.id, asked(args).year, company.id);
  if (!form.ok || !meeting) return data({ typed: "", outcome: "too-short" as const }, { status: 422 });
  const typed = form.value.find;
  const { db, env } = args.context;
  const found = await searchPledges(db, { ...scope, meetingId: meeting.id }, typed);
  if (found.outcome === "found")
    await noteSearch(db, env.keys, scope, { list: "pledges", rows: found.pledges.length, typed });
  return { typed, ...found };
}

export const meta: MetaFunction = () => [{ title: "Pledges · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Pledges() {
  const { slug, list } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { pledgeList: say } = useWords();
  return (
    <>
      <CompanyTabs />
      <div className="page-head">
        <h1>{say.title}</h1>
        {list?.mayExport && (
          <div className="acts">
            <ButtonLink href={`/organize/c/${slug}/exports?list=pledges`}>{say.export}</ButtonLink>
          </div>
        )}
      </div>
      {list === null ? (
        <NoMeeting slug={slug} />
      ) : (
        <>
          <Waiting counts={list.counts} year={list.year} state={list.read.filter.state} />
          <StateTabs {...list} searching={found !== undefined} />
          <div className="filters compact">
            <FindForm typed={found?.typed ?? ""} year={list.year} />
            <NarrowForm read={list.read} year={list.year} years={list.years} />
          </div>
          {found ? (
            <FoundList slug={slug} year={list.year} found={found} />
          ) : (
            <>
              <WholeList list={{ slug, ...list }} />
              {list.rate.pledged > 0 && <Voted rate={list.rate} />}
              {list.letters.told > 0 && <FundsReported letters={list.letters} />}
            </>
          )}
        </>
      )}
    </>
  );
}

/** Searches for a holder. */
const FindForm = ({ typed, year }: { typed: string; year: number }) => (
  <FindInList say={useWords().pledgeList} action={useListAddress()(year, {})} typed={typed} />
);

type NarrowFormProps = { read: ReadFilter; year: number; years: readonly number[] };

/** Filters the list by its address, which names no person and no holding. */
function NarrowForm({ read: { filter }, year, years }: NarrowFormProps) {
  const { pledgeList: say } = useWords();
  const set = narrowing(filter);
  const listAddress = useListAddress();
  const { companies, current } = useCompanies();
  const wordsOf = {
    kind: say.kinds,
    holding: say.holdings,
    verification: say.verifications,
    willing: say.willing,
    outcome: say.outcomes,
  };
  return (
    <NarrowList
      key={JSON.stringify(filter)}
      say={say}
      set={set}
      state={filter.state}
      cleared={listAddress(year, { ...wholePledgeList, state: filter.state })}
    >
      {companies.length > 1 && <input type="hidden" name="company" value={current?.slug} />}
      {years.length > 1 && (
        <Select name="meeting" label={say.filters.meeting} defaultValue={String(year)}>
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
      {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
        <Choice
          key={name}
          name={name}
          label={say.filters[name]}
          value={filter[name]}
          any={say.any}
          options={choices[name].map((value) => [
            value,
            (wordsOf[name] as Record<string, string>)[value] ?? value,
          ])}
        />
      ))}
      {(["from", "to"] as const).map((name) => (
        <Field key={name} name={name} label={say.filters[name]}>
          {(wiring) => <input type="date" {...wiring} defaultValue={filter[name] ?? ""} />}
        </Field>
      ))}
    </NarrowList>
  );
}

type Found = { outcome: "found"; pledges: readonly ListedPledge[]; more: boolean } | { outcome: "too-short" };

type List = {
  slug: string;
  year: number;
  read: ReadFilter;
  counts: Record<ListedState, number>;
  pledges: readonly ListedPledge[];
  newer: string | null;
  older: string | null;
};

/** Shows search results. */
function FoundList({ slug, year, found }: { slug: string; year: number; found: Found }) {
  const { pledgeList: say } = useWords();
  const listAddress = useListAddress();
  const pledges = found.outcome === "found" ? found.pledges : [];
  return (
    <FoundRows say={say} found={found} rows={pledges} back={listAddress(year, {})}>
      <PledgeTable slug={slug} pledges={pledges} />
    </FoundRows>
  );
}

/** Shows a list page and its filter. */
function WholeList({ list }: { list: List }) {
  const { pledgeList: say } = useWords();
  const { read, year, pledges, newer, older } = list;
  const listAddress = useListAddress();
  return (
    <>
      <p className="sentence">
        <span>
          <b>{say.showing[read.filter.state ?? "all"]}</b> {say.newestFirst(year)}
        </span>
        {read.badDay && <span className="problem">{say.badDay}</span>}
      </p>
      {pledges.length === 0 ? (
        <EmptyList slug={list.slug} year={year} filter={read.filter} counts={list.counts} />
      ) : (
        <>
          <PledgeTable slug={list.slug} pledges={pledges} />
          <Pager
            newer={newer}
            older={older}
            rows={pledges.length}
            addressOf={(side, than) => listAddress(year, read.filter, { side, than })}
          />
        </>
      )}
    </>
  );
}
