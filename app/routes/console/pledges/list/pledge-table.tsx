import {
  type ListedPledge,
  type ListedState,
  listedStates,
  type PledgeFilter,
  wholePledgeList,
} from "#app/domain/entries/pledges/list/pledge-list.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { PledgeState } from "#app/ui/console/entry-state.tsx";
import { clockTime, writeClock } from "#app/ui/console/moment.tsx";
import { PeopleTable } from "#app/ui/console/people-table.tsx";
import { StateTabs as TabsOfStates } from "#app/ui/console/state-tabs.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { narrowing, type ReadFilter, useListAddress } from "./read-filter.ts";

type PledgeTableProps = { slug: string; pledges: readonly ListedPledge[] };

/** Lists pledges under the day of sending. On phones the columns fold into the name's. */
export function PledgeTable({ slug, pledges }: PledgeTableProps) {
  const { pledgeList: say } = useWords();
  const { columns } = say;
  return (
    <PeopleTable
      caption={say.caption}
      className="pledge-rows"
      columns={[
        { heading: columns.sent, className: "wide w-30" },
        { heading: columns.name },
        { heading: columns.holding, className: "wide w-41" },
        { heading: columns.verification, className: "wide w-41" },
        { heading: columns.state, className: "state min-[760px]:w-34" },
        { heading: columns.more, className: "wide w-[24%]" },
      ]}
      rows={pledges}
      keyOf={({ publicId }) => publicId}
      sentAt={({ pledgedAt }) => pledgedAt}
      rowOf={(pledge) => <PledgeRow slug={slug} pledge={pledge} />}
    />
  );
}

function PledgeRow({ slug, pledge }: { slug: string; pledge: ListedPledge }) {
  const { pledgeList: say } = useWords();
  const { publicId, pledgedAt, name, email, kind, holdingForm, verification, state, outcome, fundOutcome } =
    pledge;
  const holds = kind === "direct" ? say.holdings[holdingForm] : say.kinds[kind];
  const more = [
    ...pledge.willing.map((each) => say.willing[each]),
    ...(outcome === "unknown" ? [] : [say.outcomes[outcome].toLowerCase()]),
    ...(fundOutcome === "unknown" ? [] : [say.fundOutcomes[fundOutcome].toLowerCase()]),
  ].join(", ");
  const time = writeClock(pledgedAt);
  return (
    <tr>
      <td className="wide time">{time}</td>
      <th scope="row">
        <Link to={`/organize/c/${slug}/pledges/${publicId}`} className="name">
          {name}
        </Link>
        <span className="small muted clip" title={email}>
          {email}
        </span>
        <span className="narrow small muted">
          {holds}, {say.verifications[verification].toLowerCase()}
        </span>
        {more && <span className="narrow small muted">{more}</span>}
      </th>
      <td className="wide">{holds}</td>
      <td className="wide">{say.verifications[verification]}</td>
      <td className="state">
        <PledgeState state={state} />
        <span className="narrow small muted">{clockTime(pledgedAt)}</span>
      </td>
      <td className="wide muted">
        <span className="clip" title={more}>
          {more}
        </span>
      </td>
    </tr>
  );
}

type EmptyListProps = {
  slug: string;
  year: number;
  filter: PledgeFilter;
  counts: Record<ListedState, number>;
};

/** Says why the list is empty, what will appear, and how. */
export function EmptyList({ slug, year, filter, counts }: EmptyListProps) {
  const { pledgeList: say } = useWords();
  const { empty } = say;
  const listAddress = useListAddress();
  const nobody = Object.values(counts).every((count) => count === 0);
  const narrowed = narrowing(filter) > 0;
  const { title, text } = nobody ? empty.new : narrowed ? empty.filters : empty.state;
  return (
    <Blank title={title} text={text}>
      {nobody ? (
        <ButtonLink href={`/c/${slug}/pledge`}>{empty.new.act}</ButtonLink>
      ) : (
        <Link to={listAddress(year, { ...wholePledgeList, ...(narrowed ? { state: filter.state } : {}) })}>
          {narrowed ? say.clear : say.back}
        </Link>
      )}
    </Blank>
  );
}

/** Says that no meeting is entered. */
export function NoMeeting({ slug }: { slug: string }) {
  const { noMeeting: say } = useWords().pledgeList.empty;
  const { at } = useCompanies();
  return (
    <Blank title={say.title} text={say.text}>
      <ButtonLink href={at(`/organize/c/${slug}/meetings`)}>{say.act}</ButtonLink>
    </Blank>
  );
}

type StateTabsProps = {
  counts: Record<ListedState, number>;
  read: ReadFilter;
  year: number;
  searching: boolean;
};

const always: readonly ListedState[] = ["active", "email_pending", "withdrawn"];

/** Links the list's states, with the pledges in each. Rare ones show where there are some. */
export function StateTabs({ counts, read: { filter }, year, searching }: StateTabsProps) {
  const { pledgeList: say } = useWords();
  const locale = useLocale();
  const listAddress = useListAddress();
  const listed = listedStates.filter(
    (state) => always.includes(state) || counts[state] > 0 || state === filter.state,
  );
  const all = listedStates.reduce((sum, state) => sum + counts[state], 0);
  return (
    <TabsOfStates
      label={say.tabs}
      tabs={[null, ...listed].map((state) => ({
        label: say.states[state ?? "all"],
        count: formatNumber(locale, state ? counts[state] : all),
        to: listAddress(year, { ...filter, state }),
        isCurrent: !searching && state === filter.state,
      }))}
    />
  );
}
