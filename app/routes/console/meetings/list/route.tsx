import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { isDay } from "#app/domain/base/day.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { findChosenYear, findCompanyEditing } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import {
  featureMeeting,
  findOwnersLine,
  setOwnersLine,
} from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { showMeeting } from "#app/domain/campaign/meetings/page-facts.ts";
import { findPledgeMeeting, listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { ownersDayProblem } from "#app/domain/campaign/meetings/voting-ends.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import type { Words } from "#app/i18n/index.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { FormOutcome, KeepNote } from "#app/ui/meetings/form-outcome.tsx";
import { MeetingTabs } from "#app/ui/meetings/meeting-tabs.tsx";
import { Form, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { MeetingTable } from "./meeting-table.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, company, scope } = await requireCompany(args, "view");
  const { db } = args.context;
  const [meetings, featured, chosenYear] = await Promise.all([
    listMeetings(db, campaign.id, company.id),
    findPledgeMeeting(db, campaign.id, company.id),
    findChosenYear(db, campaign.id, company.id),
  ]);
  const now = new Date();
  return {
    slug: campaign.slug,
    /** Each campaign decides which meeting pledges are for, unlike facts of the company. */
    mayFeature: mayDo(campaign, "keep-meetings"),
    keeping: await findCompanyEditing(db, scope),
    meetings: meetings.map((meeting) => showMeeting(meeting, now)),
    featuredYear: featured?.year ?? null,
    chosenYear,
    ownersLineUntil: await findOwnersLine(db, scope),
    doneCode: new URL(args.request.url).searchParams.get("done"),
  };
}

/** One of the two: the meeting for pledges, or the last day of the line for owners; empty: off. */
const Fields = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  owners_line_until: z
    .string()
    .trim()
    .refine((day) => day === "" || isDay(day))
    .optional(),
});

/** Chooses the meeting that pledges are for, or until when owners are told that the vote may be open. */
export async function action(args: ActionFunctionArgs) {
  const { company, scope, at } = await requireCompany(args, "keep-meetings");
  const form = await parseForm(args.request, Fields);
  if (!form.ok) throw new Response("Unprocessable", { status: 422 });
  const { year, owners_line_until: typed } = form.value;
  if (typed !== undefined) {
    const until = typed || null;
    const problem = until && ownersDayProblem(until, dayInZone(company.zone, new Date()));
    if (problem) return redirect(at("meetings", { done: `line-${problem}` }), 303);
    unlessGone(await setOwnersLine(args.context.db, { scope, until }));
    return redirect(at("meetings", { done: until ? "line-on" : "line-off" }), 303);
  }
  if (year === undefined) throw new Response("Unprocessable", { status: 422 });
  unlessGone(await featureMeeting(args.context.db, { scope, year: Number(year) }));
  return redirect(at("meetings", { done: "featured" }), 303);
}

export const meta: MetaFunction = () => [{ title: "Meetings · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Meetings() {
  const page = useLoaderData<typeof loader>();
  const { list: say } = useWords().meetings;
  const { at } = useCompanies();
  const { slug, meetings, keeping, doneCode } = page;
  const add = keeping === "keeps" && (
    <ButtonLink href={at(`/organize/c/${slug}/meetings/new`)}>{say.add}</ButtonLink>
  );
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        {meetings.length > 0 && add && <div className="acts">{add}</div>}
      </PageHead>
      <MeetingTabs slug={slug} />
      <div className="gap">
        <FormOutcome done={doneOf(say, page)} refused={doneCode && say.ownersLine.refused[doneCode]} />
        {keeping !== "keeps" && <KeepNote keeping={keeping} />}
        {meetings.length > 0 ? (
          <>
            <MeetingTable page={page} />
            {page.mayFeature && <OwnersLineForm until={page.ownersLineUntil} />}
          </>
        ) : (
          <Blank title={say.empty.title} text={say.empty.text}>
            {add}
          </Blank>
        )}
      </div>
    </>
  );
}

type Done = { doneCode: string | null; featuredYear: number | null };

function doneOf(say: Words["meetings"]["list"], { doneCode, featuredYear }: Done): string | undefined {
  if (doneCode === "featured" && featuredYear !== null) return say.featuredNow(featuredYear);
  return doneCode === null ? undefined : say.ownersLine.done[doneCode];
}

/** Asks until when pages tell owners that this year's vote may be open. */
function OwnersLineForm({ until }: { until: string | null }) {
  const { ownersLine: say } = useWords().meetings.list;
  return (
    <section className="block gap-large" aria-labelledby="owners-line">
      <h2 id="owners-line">{say.heading}</h2>
      <p className="muted">{say.text}</p>
      <Form method="post" className="short">
        <TextInput
          name="owners_line_until"
          label={say.until}
          hint={say.hint}
          type="date"
          defaultValue={until ?? ""}
        />
        <div className="act-row">
          <Button>{say.save}</Button>
        </div>
      </Form>
    </section>
  );
}
