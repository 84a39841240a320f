import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { chooseMeeting } from "#app/domain/campaign/meetings/choose-meeting.server.ts";
import { countPledges, listPledges } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
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
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import pledgeStyles from "#app/ui/styles/console-pledges.css?url";
import { NoMeeting } from "./empty-list.tsx";
import { FindForm, NarrowForm } from "./filters.tsx";
import { FoundList, WholeList } from "./lists.tsx";
import { readFilter } from "./read-filter.ts";
import { StateTabs } from "./state-tabs.tsx";
import { FundsReported, Voted } from "./voted.tsx";
import { Waiting } from "./waiting.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: pledgeStyles }];

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
          <div className="pledge-filters">
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
