import { z } from "zod";
import { lengths, type Period, periodAddress, readPeriod, steps } from "#app/domain/activity/period.ts";
import { setTimeZone } from "#app/domain/activity/set-time-zone.server.ts";
import type { RefusalCounts } from "#app/domain/upkeep/refusals/count-refusals.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { readOverview } from "#app/http/read-overview.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-dashboard.css?url";
import { FunnelPart, Heads, LanesPart, MailsPart, QueuesPart } from "./figures.tsx";
import { momentOf } from "./local-time.ts";
import { OpenTasks } from "./open-tasks.tsx";
import { CountriesPart, SitesPart, SourcesPart } from "./origins-part.tsx";
import { OverTime } from "./over-time.tsx";
import { resumeByOwner } from "./resume.server.ts";
import { ResumePart } from "./resume-part.tsx";
import { useLive } from "./use-live.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Loads the overview: counts alone. */
export async function loader(args: LoaderFunctionArgs) {
  return {
    ...(await readOverview(args)),
    zones: Intl.supportedValuesOf("timeZone"),
    kept: new URL(args.request.url).searchParams.has("kept"),
    resumed: new URL(args.request.url).searchParams.get("done") === "resumed",
  };
}

const Resume = z.object({ intent: z.literal("resume"), queued: z.enum(["send", "unknown"]).optional() });
const ZoneForm = z.object({ zone: z.string().trim().max(64) });

/** Stores the time zone that was chosen, or resumes sending (`intent=resume`). */
export async function action(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const resume = await parseForm(args.request, Resume);
  if (resume.ok) return resumeByOwner(args, resume.value.queued ?? null);
  const form = await parseForm(args.request, ZoneForm);
  const zone = form.ok ? form.value.zone : String(form.values.zone ?? "").slice(0, 64);
  const { outcome } = await setTimeZone(args.context.db, organizer.organizerId, zone);
  if (outcome === "unknown-zone") return data({ zoneRefused: zone }, { status: 422 });
  const period = periodAddress(readPeriod(new URL(args.request.url).searchParams));
  return redirect(`/organize/c/${campaign.slug}${period}&kept`, 303);
}

export const meta: MetaFunction = () => [{ title: words("en").dashboard.meta }];

export { ConsoleError as ErrorBoundary };

export default function Overview() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const renewed = `/organize/c/${loaded.slug}/overview.json${periodAddress(loaded.board.period)}`;
  const { data: live, renewal } = useLive<
    Pick<
      typeof loaded,
      | "slug"
      | "isDraft"
      | "board"
      | "mail"
      | "isMailLate"
      | "small"
      | "refusals"
      | "approvals"
      | "sentBack"
      | "open"
      | "toDo"
      | "meetings"
    >
  >(loaded, renewed);
  const say = useWords().dashboard;
  if (answer && "proof" in answer) return <Reauthenticate asked={answer.proof} />;
  const zoneRefused = answer && "zoneRefused" in answer ? answer.zoneRefused : null;
  const resumeRefused = answer && "refused" in answer ? answer.refused : null;
  const { slug, board, small, refusals, approvals, sentBack } = live;
  return (
    <div className="overview">
      <PageHead
        title={say.title}
        text={
          <>
            {say.asOf(momentOf(board.asOf), board.zone)} {say[renewal]}
          </>
        }
      >
        <div className="stack">
          <PeriodChoice period={board.period} />
          <ZoneChoice zone={board.zone} zones={loaded.zones} refused={zoneRefused} />
        </div>
      </PageHead>
      <DoneNote
        done={loaded.resumed && !answer ? say.resume.done : null}
        refused={
          resumeRefused === "not-owner" ? say.resume.operator : wordOf(say.resume.refused, resumeRefused)
        }
      />
      {loaded.kept && !answer && (
        <p className="banner" role="status">
          {say.zone.kept}
        </p>
      )}
      {loaded.resumption && <ResumePart found={loaded.resumption} />}
      <OpenTasks
        slug={slug}
        board={board}
        mail={live.mail}
        isMailLate={live.isMailLate}
        approvals={approvals}
        sentBack={sentBack}
        preparation={live}
        meetings={live.meetings}
      />
      {refusals && <RefusedLine slug={slug} counts={refusals} />}
      <Heads board={board} />
      <div className="cols">
        <OverTime slug={slug} board={board} />
        <FunnelPart board={board} />
      </div>
      <div className="cols even">
        <SourcesPart board={board} small={small} />
        <SitesPart board={board} small={small} />
      </div>
      <div className="cols even">
        <CountriesPart board={board} small={small} />
        <div>
          <MailsPart board={board} />
          <QueuesPart board={board} />
          <LanesPart mail={live.mail} />
        </div>
      </div>
    </div>
  );
}

/** Offers hours or days, and a period: links, so that a view can be bookmarked and sent. */
function PeriodChoice({ period }: { period: Period }) {
  const { period: say } = useWords().dashboard;
  return (
    <div className="cluster segments">
      <nav aria-label={say.step}>
        {steps.map((step) => (
          <Link
            key={step}
            to={periodAddress({ step, days: step === "hour" ? 1 : 28 })}
            aria-current={step === period.step ? "true" : undefined}
            preventScrollReset
          >
            {say.steps[step]}
          </Link>
        ))}
      </nav>
      <nav aria-label={say.length}>
        {lengths[period.step].map((days) => (
          <Link
            key={days}
            to={periodAddress({ step: period.step, days })}
            aria-current={days === period.days ? "true" : undefined}
            preventScrollReset
          >
            {say.lengths(days)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

type ZoneChoiceProps = { zone: string; zones: readonly string[]; refused: string | null };

/** Asks for a time zone, typed or from a list. */
function ZoneChoice({ zone, zones, refused }: ZoneChoiceProps) {
  const { zone: say } = useWords().dashboard;
  return (
    <details className="zone" open={refused !== null}>
      <summary>{say.summary(zone)}</summary>
      <Form method="post" className="fields compact">
        <div className="field">
          <label htmlFor="zone">{say.label}</label>
          <p className="small muted" id="zone-hint">
            {say.hint}
          </p>
          {refused !== null && (
            <p className="problem" id="zone-error" role="alert">
              {say.unknown(refused)}
            </p>
          )}
          <input
            id="zone"
            name="zone"
            list="zones"
            key={refused ?? zone}
            defaultValue={refused ?? zone}
            autoComplete="off"
            aria-describedby={refused === null ? "zone-hint" : "zone-error zone-hint"}
            aria-invalid={refused === null ? undefined : true}
          />
        </div>
        <Button>{say.keep}</Button>
        <datalist id="zones">
          {zones.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </Form>
    </details>
  );
}

/** Shows how often somebody was refused lately, with a link to details. For those who see the whole log. */
function RefusedLine({ slug, counts }: { slug: string; counts: RefusalCounts }) {
  const { refused: say } = useWords().dashboard;
  const audit = `/organize/c/${slug}/audit`;
  const { wrong, locked, unknown, refused } = counts;
  const some = wrong + locked + unknown > 0;
  return (
    <p className="small muted border-t-1 border-rule pt-3 pb-4">
      {say.line(counts)}
      {some && (
        <>
          {" "}
          <Link to={`${audit}?scope=site&kind=refusals`}>{say.signIns}</Link>
        </>
      )}
      {refused > 0 && (
        <>
          {some ? " · " : " "}
          <Link to={`${audit}?kind=refusals`}>{say.pages}</Link>
        </>
      )}
    </p>
  );
}
