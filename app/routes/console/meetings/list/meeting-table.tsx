import type { MeetingDate, MeetingOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { useLaw } from "#app/ui/console/law.ts";
import { clockTime, longDay } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { StatusLabel, TrustLabel } from "#app/ui/meetings/labels.tsx";
import { Form } from "#app/ui/remix.ts";

type Page = {
  slug: string;
  meetings: readonly MeetingOnPage[];
  mayFeature: boolean;
  /** The meeting that pledges are for, and whether organizers chose it. */
  featuredYear: number | null;
  chosenYear: number | null;
};

/** Lists meetings with their stage and whether dates are checked. On phones dates fold below the name. */
export function MeetingTable({ page }: { page: Page }) {
  const { list: say } = useWords().meetings;
  const { columns } = say;
  const { recordDate } = useLaw();
  return (
    <table className="stick airy stacked meeting-list">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th>{columns.meeting}</th>
          <th className="state min-[760px]:w-34">{columns.status}</th>
          <th className="wide w-34">{columns.day}</th>
          {recordDate && <th className="wide w-28">{columns.recordDate}</th>}
          <th className="wide w-34">{columns.voteBy}</th>
          <th className="wide w-34">{columns.trust}</th>
          <th className="wide w-54">{columns.pledges}</th>
        </tr>
      </thead>
      <tbody>
        {page.meetings.map((meeting) => (
          <MeetingRow key={meeting.year} meeting={meeting} page={page} />
        ))}
      </tbody>
    </table>
  );
}

function MeetingRow({ meeting, page }: { meeting: MeetingOnPage; page: Page }) {
  const { list: say, meeting: words } = useWords().meetings;
  const { year, status, source, items } = meeting;
  const { at } = useCompanies();
  const { recordDate } = useLaw();
  const columns = recordDate
    ? (["meeting", "recordDate", "voteBy"] as const)
    : (["meeting", "voteBy"] as const);
  const dates = columns.map((what) => ({ what, on: dateOf(meeting, what) }));
  return (
    <tr>
      <th scope="row">
        <a href={at(`/organize/c/${page.slug}/meetings/${year}`)}>
          <b>{year}</b>
        </a>
        <span className="small muted beneath">{say.proposals(items.length)}</span>
        {dates.map(
          ({ what, on }) =>
            on && (
              <span key={what} className="narrow small muted">
                {words.what[what]}: {on}
              </span>
            ),
        )}
        <span className="narrow">
          <TrustLabel trust={source.trust} />
        </span>
        <div className="narrow">
          <Featuring year={year} isOver={status === "closed" || status === "results"} page={page} />
        </div>
      </th>
      <td className="state">
        <StatusLabel status={status} />
      </td>
      {dates.map(({ what, on }) => (
        <td key={what} className={on ? "wide time" : "wide muted"}>
          {on ?? say.unknown}
        </td>
      ))}
      <td className="wide">
        <TrustLabel trust={source.trust} />
      </td>
      <td className="wide">
        <Featuring year={year} isOver={status === "closed" || status === "results"} page={page} />
      </td>
    </tr>
  );
}

function dateOf({ dates }: MeetingOnPage, what: MeetingDate): string | null {
  const found = dates.find((date) => date.what === what);
  if (!found) return null;
  const day = longDay(found.day);
  return found.time ? `${day}, ${clockTime(`${found.day}T${found.time}`)}` : day;
}

function Featuring({ year, isOver, page }: { year: number; isOver: boolean; page: Page }) {
  const { list: say } = useWords().meetings;
  const isFeatured = page.featuredYear === year;
  const isChosen = page.chosenYear === year;
  return (
    <>
      {isFeatured && (
        <p>
          <b>{say.featured}</b>
          {!isChosen && <span className="muted small"> {say.byItself}</span>}
        </p>
      )}
      {page.mayFeature && !isChosen && !isOver && (
        <Form method="post">
          <input type="hidden" name="year" value={year} />
          <button type="submit" className="text-button">
            {isFeatured ? say.keep(year) : say.feature(year)}
          </button>
        </Form>
      )}
    </>
  );
}
