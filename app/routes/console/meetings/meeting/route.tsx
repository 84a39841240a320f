import { findKeeping } from "#app/domain/campaign/meetings/find-keeping.server.ts";
import { meetingForm, meetingOfForm, newMeetingForm } from "#app/domain/campaign/meetings/meeting-form.ts";
import { saveMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { typedOnce } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { FormOutcome } from "#app/ui/meetings/form-outcome.tsx";
import { KeepNote } from "#app/ui/meetings/keep-note.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { DatesAndPledges } from "./dates-and-pledges.tsx";
import { Items } from "./items.tsx";
import { loadMeeting } from "./load.server.ts";
import { MeetingForm } from "./meeting-form.tsx";
import { MeetingHead } from "./meeting-head.tsx";

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
  const keeping = await findKeeping(args.context.db, scope);
  return { slug: campaign.slug, keeping, meeting, zone: company.zone, doneCode };
}

/** Stores the meeting; what cannot be stored comes back with what was typed. */
export async function action(args: ActionFunctionArgs) {
  const year = yearOf(args.params);
  const { company, scope, at } = await requireCompany(args, "keep-meetings");
  const { db } = args.context;
  const { zone } = company;
  const clock = { now: new Date(), zone };
  const form = await parseForm(
    args.request,
    year === null ? newMeetingForm(clock) : meetingForm(clock, year),
  );
  const values = typedOnce(form.values);
  if (!form.ok) return data({ errors: form.errors, values, refused: null }, { status: 422 });

  const named = year ?? ("year" in form.value ? Number(form.value.year) : 0);
  const saved = await saveMeeting(db, {
    scope,
    year: named,
    seen: year === null ? null : (form.value.seen ?? ""),
    values: meetingOfForm(form.value, zone),
    checked: form.value.checked,
  });
  switch (saved.outcome) {
    case "saved":
      return redirect(at(`meetings/${named}`, { done: year === null ? "added" : "saved" }), 303);
    case "year-taken":
      return data(
        { errors: [{ field: "year", code: "year-taken" }], values, refused: null },
        { status: 422 },
      );
    case "stale":
    case "shared":
      return data({ errors: [], values, refused: saved.outcome }, { status: 409 });
    case "gone":
      throw notFound();
  }
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
