import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { ListedPledge } from "#app/domain/organizers/pledge-list.ts";
import { formatDate } from "#app/i18n/index.ts";
import { PledgeState } from "#app/ui/console/pledge-state.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type PledgeTableProps = { slug: string; pledges: readonly ListedPledge[] };

/** Pledges under the day they were sent on. On phones the columns fold into the name's. */
export function PledgeTable({ slug, pledges }: PledgeTableProps) {
  const { pledgeList: say } = useWords();
  const { columns } = say;
  return (
    <table className="stick people pledge-rows">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th className="wide">{columns.sent}</th>
          <th>{columns.name}</th>
          <th className="wide">{columns.holding}</th>
          <th className="wide">{columns.verification}</th>
          <th className="state">{columns.state}</th>
          <th className="wide">{columns.more}</th>
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge, n) => (
          <Fragment key={pledge.publicId}>
            {dayOf(pledge) !== dayOf(pledges[n - 1]) && <DayRow day={dayOf(pledge)} />}
            <PledgeRow slug={slug} pledge={pledge} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

const dayOf = (pledge: ListedPledge | undefined) => pledge?.pledgedAt.slice(0, 10) ?? "";

function DayRow({ day }: { day: string }) {
  const locale = useLocale();
  return (
    <tr className="day">
      <th colSpan={6} scope="rowgroup">
        <time dateTime={day}>{formatDate(locale, day)}</time>
      </th>
    </tr>
  );
}

function PledgeRow({ slug, pledge }: { slug: string; pledge: ListedPledge }) {
  const { pledgeList: say } = useWords();
  const { publicId, pledgedAt, name, email, kind, holdingForm, verification, state, outcome } = pledge;
  const holds = kind === "direct" ? say.holdings[holdingForm] : say.kinds[kind];
  const more = [
    ...pledge.willing.map((each) => say.willing[each]),
    ...(outcome === "unknown" ? [] : [say.outcomes[outcome].toLowerCase()]),
  ].join(", ");
  const time = pledgedAt.slice(11, 19);
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
        <span className="narrow small muted">{time.slice(0, 5)}</span>
      </td>
      <td className="wide muted">
        <span className="clip" title={more}>
          {more}
        </span>
      </td>
    </tr>
  );
}
