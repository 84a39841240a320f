import type { MeetingOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { StatusLabel } from "#app/ui/meetings/status-label.tsx";

type MeetingHeadProps = {
  slug: string;
  /** Null for a new one. */
  meeting: MeetingOnPage | null;
};

/** Names the meeting and its state. */
export function MeetingHead({ slug, meeting }: MeetingHeadProps) {
  const { meetings } = useWords();
  const { meeting: say } = meetings;
  const { at } = useCompanies();
  return (
    <div className="page-head">
      <div>
        <p className="crumb">
          <a href={at(`/organize/c/${slug}/meetings`)}>{meetings.nav.meetings}</a> /{" "}
          {meeting?.year ?? say.newTitle}
        </p>
        <CompanyName />
        <h1>{meeting ? say.title(meeting.year) : say.newTitle}</h1>
        {!meeting && <p>{say.newText}</p>}
      </div>
      {meeting && <StatusLabel status={meeting.status} />}
    </div>
  );
}
