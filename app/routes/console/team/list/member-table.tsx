import type { OrganizerRight, OrganizerRole } from "#app/domain/access/organizer.ts";
import { writeDay } from "#app/ui/console/moment.tsx";
import { RightsInShort } from "#app/ui/console/rights-in-short.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

type Member = {
  id: string;
  name: string;
  email: string;
  role: OrganizerRole;
  rights: OrganizerRight[];
  since: string;
  hasSecondFactor: boolean;
  isDisabled: boolean;
};

type MemberTableProps = { slug: string; members: readonly Member[]; self: string };

/** Lists the team and what each may do. */
export function MemberTable({ slug, members, self }: MemberTableProps) {
  const { team: say } = useWords();
  return (
    <table className="stick team-rows">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th>{say.columns.who}</th>
          <th>{say.columns.may}</th>
          <th className="num wide">{say.columns.since}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ id, name, email, role, rights, since, hasSecondFactor, isDisabled }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/organize/c/${slug}/team/${id}`} className="name">
                {name}
              </Link>
              {id === self && <span className="muted"> ({say.you})</span>}
              <span className="small muted clip">{email}</span>
              <span className="small muted">
                {isDisabled ? say.disabled : hasSecondFactor ? say.second : say.noSecond}
              </span>
            </th>
            <td>
              <RightsInShort role={role} rights={rights} />
            </td>
            <td className="num wide">{writeDay(since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
