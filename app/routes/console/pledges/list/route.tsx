import { mayDo } from "#app/domain/access/organizer.ts";
import { addressOf } from "#app/domain/base/list.ts";
import { chooseMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import {
  countPledges,
  pledgeList,
  searchPledges,
} from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import {
  type ListedPledge,
  listedStates,
  pledgeFilters,
} from "#app/domain/entries/pledges/list/pledge-list.ts";
import { readFundLetters } from "#app/domain/entries/pledges/totals/fund-letters.server.ts";
import { readVotedRate } from "#app/domain/entries/pledges/totals/voted-rate.server.ts";
import { findInList, readList } from "#app/http/list.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyTabs } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PledgeState } from "#app/ui/console/entry-state.tsx";
import { ListPage } from "#app/ui/console/list-page.tsx";
import { Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { FundsReported, Voted, Waiting } from "./outcomes.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

/** Opens the list of the meeting that the address names, or of the one that pledges are taken for. */
async function open(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view-names");
  const asked = new URL(args.request.url).searchParams.get("meeting")?.trim() ?? "";
  const asYear = /^\d{4}$/.test(asked) ? Number(asked) : null;
  const { meeting, years } = await chooseMeeting(args.context.db, campaign.id, asYear, company.id);
  const ofMeeting = meeting && { ...scope, meetingId: meeting.id, year: meeting.year };
  return { campaign, ofMeeting, years };
}

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, ofMeeting, years } = await open(args);
  const { slug } = campaign;
  if (!ofMeeting) return { slug, meeting: null };
  const { db } = args.context;
  const [counts, rate, letters, list] = await Promise.all([
    countPledges(db, ofMeeting),
    readVotedRate(db, ofMeeting),
    readFundLetters(db, ofMeeting),
    readList(args, ofMeeting, pledgeList),
  ]);
  const mayExport = mayDo(campaign, "export-pledges");
  return { slug, meeting: { year: ofMeeting.year, years, mayExport, counts, rate, letters, list } };
}

export async function action(args: ActionFunctionArgs) {
  return findInList(args, (await open(args)).ofMeeting, "pledges", searchPledges);
}

export const meta: MetaFunction = () => [{ title: "Pledges · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Pledges() {
  const { slug, meeting } = useLoaderData<typeof loader>();
  const { pledgeList: say } = useWords();
  const { at } = useCompanies();
  const { noMeeting } = say.empty;
  return (
    <>
      <CompanyTabs />
      <div className="page-head">
        <h1>{say.title}</h1>
        {meeting?.mayExport && (
          <div className="acts">
            <ButtonLink href={`/organize/c/${slug}/exports?list=pledges`}>{say.export}</ButtonLink>
          </div>
        )}
      </div>
      {meeting ? (
        <PledgesOf slug={slug} meeting={meeting} />
      ) : (
        <Blank title={noMeeting.title} text={noMeeting.text}>
          <ButtonLink href={at(`/organize/c/${slug}/meetings`)}>{noMeeting.act}</ButtonLink>
        </Blank>
      )}
    </>
  );
}

type Meeting = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["meeting"]>;

function PledgesOf({ slug, meeting }: { slug: string; meeting: Meeting }) {
  const found = useActionData<typeof action>();
  const { pledgeList: say } = useWords();
  const { companies, current } = useCompanies();
  const { year, years, counts, rate, letters, list } = meeting;
  const company = companies.length > 1 ? (current?.slug ?? null) : null;
  const kept = { company, meeting: year };
  const isShown = (state: (typeof listedStates)[number]) =>
    always.includes(state) || counts[state] > 0 || state === list.chosen.state;
  const moreOf = ({ willing, outcome, fundOutcome }: ListedPledge) =>
    [
      ...willing.map((each) => say.willing[each]),
      ...(outcome === "unknown" ? [] : [say.outcomes[outcome].toLowerCase()]),
      ...(fundOutcome === "unknown" ? [] : [say.fundOutcomes[fundOutcome].toLowerCase()]),
    ].join(", ");
  return (
    <>
      {counts.waiting > 0 && (
        <Waiting
          waiting={counts.waiting}
          to={
            list.chosen.state === "waiting" ? null : addressOf(pledgeFilters, { state: "waiting" }, { kept })
          }
        />
      )}
      <ListPage
        filters={pledgeFilters}
        say={say}
        list={list}
        found={found}
        counts={counts}
        tabs={listedStates.filter(isShown)}
        kept={kept}
        keptFields={
          <>
            {company && <input type="hidden" name="company" value={company} />}
            {years.length > 1 && (
              <Select name="meeting" label={say.filters.meeting} defaultValue={String(year)}>
                {years.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </Select>
            )}
          </>
        }
        className="compact"
        sentence={` ${say.newestFirst(year)}`}
        enter={`/c/${slug}/pledge`}
        tableClass="pledge-rows"
        sentAt={({ pledgedAt }) => pledgedAt}
        looks={{
          name: {
            isTitle: true,
            cell: ({ publicId, name, email }) => (
              <>
                <Link to={`/organize/c/${slug}/pledges/${publicId}`} className="name">
                  {name}
                </Link>
                <span className="small muted clip" title={email}>
                  {email}
                </span>
              </>
            ),
          },
          holding: {
            className: "wide",
            width: "w-41",
            line: 1,
            text: ({ kind, holdingForm }) =>
              kind === "direct" ? say.holdings[holdingForm] : say.kinds[kind],
          },
          verification: {
            className: "wide",
            width: "w-41",
            line: 1,
            text: ({ verification }) => say.verifications[verification].toLowerCase(),
            cell: ({ verification }) => say.verifications[verification],
          },
          state: {
            className: "state",
            width: "min-[760px]:w-34",
            cell: ({ state }) => <PledgeState state={state} />,
          },
          more: {
            className: "wide muted",
            width: "w-[24%]",
            line: 2,
            text: moreOf,
            cell: (pledge) => (
              <span className="clip" title={moreOf(pledge)}>
                {moreOf(pledge)}
              </span>
            ),
          },
        }}
        after={
          <>
            {rate.pledged > 0 && <Voted rate={rate} />}
            {letters.told > 0 && <FundsReported letters={letters} />}
          </>
        }
      />
    </>
  );
}

/** States that have a tab even if no pledge is in them. */
const always: readonly string[] = ["active", "email_pending", "withdrawn"];
