import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { featureMeeting } from "#app/domain/campaign/meetings/feature-meeting.server.ts";
import { findChosenYear } from "#app/domain/campaign/meetings/find-chosen-year.server.ts";
import { findKeeping } from "#app/domain/campaign/meetings/find-keeping.server.ts";
import { showMeeting } from "#app/domain/campaign/meetings/page-facts.ts";
import { findPledgeMeeting, listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { FormOutcome } from "#app/ui/meetings/form-outcome.tsx";
import { KeepNote } from "#app/ui/meetings/keep-note.tsx";
import { MeetingTabs } from "#app/ui/meetings/meeting-tabs.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
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
    keeping: await findKeeping(db, scope),
    meetings: meetings.map((meeting) => showMeeting(meeting, now)),
    featuredYear: featured?.year ?? null,
    chosenYear,
    doneCode: new URL(args.request.url).searchParams.get("done"),
  };
}

const FeatureFields = z.object({ year: z.string().regex(/^\d{4}$/) });

/** Chooses the meeting that pledges are for. */
export async function action(args: ActionFunctionArgs) {
  const { scope, at } = await requireCompany(args, "keep-meetings");
  const form = await parseForm(args.request, FeatureFields);
  if (!form.ok) throw new Response("Unprocessable", { status: 422 });
  const { outcome } = await featureMeeting(args.context.db, { scope, year: Number(form.value.year) });
  if (outcome === "gone") throw notFound();
  return redirect(at("meetings", { done: "featured" }), 303);
}

export const meta: MetaFunction = () => [{ title: "Meetings · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Meetings() {
  const page = useLoaderData<typeof loader>();
  const { list: say } = useWords().meetings;
  const { at } = useCompanies();
  const { slug, meetings, keeping, featuredYear, doneCode } = page;
  const add = keeping === "keeps" && (
    <ButtonLink href={at(`/organize/c/${slug}/meetings/new`)}>{say.add}</ButtonLink>
  );
  return (
    <>
      <PageHead title={say.title} text={say.text}>
        {meetings.length > 0 && add && <div className="acts">{add}</div>}
      </PageHead>
      <MeetingTabs slug={slug} />
      <div className="under-tabs">
        <FormOutcome
          done={doneCode === "featured" && featuredYear !== null ? say.featuredNow(featuredYear) : undefined}
        />
        {keeping !== "keeps" && <KeepNote keeping={keeping} />}
        {meetings.length > 0 ? (
          <MeetingTable page={page} />
        ) : (
          <Blank title={say.empty.title} text={say.empty.text}>
            {add}
          </Blank>
        )}
      </div>
    </>
  );
}
