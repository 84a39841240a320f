import { meetingForm, meetingOfForm, newMeetingForm } from "#app/domain/campaign/meetings/meeting-form.ts";
import { findCompanyEditing } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import type { DateOnPage, MeetingOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { saveMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { saveForm } from "#app/http/save-form.server.ts";
import { formatDate, formatTime, words } from "#app/i18n/index.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { useLaw } from "#app/ui/console/law.ts";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { FormOutcome, KeepNote } from "#app/ui/meetings/form-outcome.tsx";
import { StatusLabel } from "#app/ui/meetings/labels.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { zoneName } from "#app/ui/meetings/zone-name.ts";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { Items } from "./items.tsx";
import { loadMeeting, type MeetingPage } from "./load.server.ts";
import { MeetingForm } from "./meeting-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

/** The year in the address; null for a new meeting. */
function yearOf(params: { year?: string | undefined }): number | null {
  if (params.year === "new") return null;
  if (!/^\d{4}$/.test(params.year ?? "")) throw notFound();
  return Number(params.year);
}

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const right = year === null ? "keep-meetings" : "view";
  const { campaign, company, scope } = await requireCompany(args, right);
  const meeting = year === null ? null : await loadMeeting(args.context, campaign.id, company.id, year);
  if (year !== null && !meeting) throw notFound();
  const doneCode = new URL(args.request.url).searchParams.get("done");
  const keeping = await findCompanyEditing(args.context.db, scope);
  return { slug: campaign.slug, keeping, meeting, zone: company.zone, doneCode };
}

/** Stores the meeting; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const year = yearOf(args.params);
  const { company, scope, at } = await requireCompany(args, "keep-meetings");
  const { zone } = company;
  const clock = { now: new Date(), zone };
  const form = year === null ? newMeetingForm(clock) : meetingForm(clock, year);
  const named = (given: object) => year ?? ("year" in given ? Number(given.year) : 0);
  return saveForm(args, {
    form,
    save: (given) =>
      saveMeeting(args.context.db, {
        scope,
        year: named(given),
        seen: year === null ? null : (given.seen ?? ""),
        values: meetingOfForm(given, zone),
        checked: given.checked,
      }),
    done: {
      saved: (_, given) => at(`meetings/${named(given)}`, { done: year === null ? "added" : "saved" }),
    },
    fieldOf: { "year-taken": "year" },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { meeting: say } = words("en").meetings;
  const year = data?.meeting?.facts.year;
  return [{ title: `${year === undefined ? say.newTitle : say.title(year)} · Undersigned` }];
};

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Meeting() {
  const { slug, keeping, meeting, zone, doneCode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { meeting: say, refused } = useWords().meetings;
  const isChecked = meeting?.facts.source.trust === "verified";
  const saved = isChecked ? say.saved : say.savedUnchecked;
  const done = doneCode === "saved" ? saved : doneCode === "added" ? say.added : null;
  // An outdated edit starts again from the newest state.
  const seen = answer && answer.refused !== "stale" ? (answer.values.seen ?? "") : (meeting?.seen ?? "");
  const form = { values: answer?.values ?? meeting?.fields ?? {}, errors: answer?.errors ?? [] };
  return (
    <>
      <MeetingHead slug={slug} meeting={meeting?.facts ?? null} />
      <FormOutcome
        done={answer ? null : done}
        refused={answer?.refused && refused[answer.refused]}
        form={form}
      />
      {meeting && <DatesAndPledges page={meeting} zone={zone} />}
      {meeting && (
        <Items
          slug={slug}
          year={meeting.facts.year}
          items={meeting.facts.items}
          mayKeep={keeping === "keeps"}
        />
      )}
      {keeping === "keeps" || answer ? (
        <MeetingForm isNew={meeting === null} seen={seen} form={form} zone={zone} />
      ) : (
        <KeepNote keeping={keeping} />
      )}
    </>
  );
}

/** Shows a meeting's dates in order, what pledges can say now, and the source of it all. */
function DatesAndPledges({ page: { facts, pledges }, zone }: { page: MeetingPage; zone: string }) {
  const { meeting: say, source } = useWords().meetings;
  const { recordDate } = useLaw();
  return (
    <div className="cols ruled">
      <section aria-labelledby="dates">
        <h2 id="dates">{say.dates}</h2>
        {facts.dates.length === 0 ? (
          <p>{say.noDates}</p>
        ) : (
          <dl className="facts ruled">
            {facts.dates.map((date) => (
              <DateRow key={date.what} date={date} zone={zone} />
            ))}
          </dl>
        )}
        {facts.unknown.length > 0 && (
          <p className="muted small">{say.unknown(facts.unknown.map((what) => say.nouns[what]))}</p>
        )}
        {facts.portalUrl !== null && (
          <p>
            <a href={facts.portalUrl} rel="noreferrer">
              {say.portal}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        <SourceNote source={facts.source} />
        <h2 className="gap">{say.pledges.heading}</h2>
        <p>{say.pledges[pledges.stage]}</p>
        {recordDate && pledges.stage !== "outcome" && pledges.recordDatePassed !== false && (
          <p>{pledges.recordDatePassed ? say.pledges.recordPassed : say.pledges.recordUnknown}</p>
        )}
        {!pledges.isFeatured && <p className="muted">{say.pledges.other}</p>}
      </section>
    </div>
  );
}

function DateRow({
  date: { what, day, time, zone: short, inDays },
  zone,
}: {
  date: DateOnPage;
  zone: string;
}) {
  const { meeting: say } = useWords().meetings;
  const locale = useLocale();
  return (
    <div>
      <dt>{say.what[what]}</dt>
      <dd>
        <time dateTime={day}>{formatDate(locale, day)}</time>
        {time !== null && (
          <>
            , {formatTime(locale, `${day}T${time}Z`)}{" "}
            <span className="muted">{short !== null && say.zone(zoneName(zone), short)}</span>
          </>
        )}
        {inDays !== null && <span className="muted small"> {say.inDays(inDays)}</span>}
      </dd>
    </div>
  );
}

type MeetingHeadProps = {
  slug: string;
  /** Null for a new one. */
  meeting: MeetingOnPage | null;
};

/** Names the meeting and its state. */
function MeetingHead({ slug, meeting }: MeetingHeadProps) {
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
