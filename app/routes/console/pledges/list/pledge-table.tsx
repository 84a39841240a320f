import type { ListedPledge } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { clockTime, writeClock } from "#app/ui/console/moment.tsx";
import { PeopleTable } from "#app/ui/console/people-table.tsx";
import { PledgeState } from "#app/ui/console/pledge-state.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

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
        { heading: columns.sent, className: "wide" },
        { heading: columns.name },
        { heading: columns.holding, className: "wide" },
        { heading: columns.verification, className: "wide" },
        { heading: columns.state, className: "state" },
        { heading: columns.more, className: "wide" },
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
