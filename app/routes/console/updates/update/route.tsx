import { useRef } from "react";
import { z } from "zod";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import type { AudienceSize } from "#app/domain/outgoing/updates/audience/audience-size.ts";
import { findUpdate, type UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { type Acting, type Acts, actOnDraft, done, refuse } from "#app/http/draft-acts.server.ts";
import { readFields } from "#app/http/form.server.ts";
import { isBackgroundRefresh } from "#app/http/is-background-refresh.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound, unlessGone } from "#app/http/respond.server.ts";
import { formatDate, formatTime, locales, type Words, words } from "#app/i18n/index.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { writeClock } from "#app/ui/console/moment.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNote } from "#app/ui/console/send-back.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "#app/ui/remix.ts";
import updateStyles from "#app/ui/styles/console-updates.css?url";
import { sendingActs, writingActs } from "./acts.server.ts";
import { Approval } from "./approval.tsx";
import { troubleOf } from "./ask-site.ts";
import { Brought } from "./brought.tsx";
import { Editor } from "./editor.tsx";
import { span } from "./figures.tsx";
import { type Answer, loadUpdate, type UpdatePage } from "./load.server.ts";
import { Problems } from "./problems.tsx";
import { Progress } from "./progress.tsx";
import { Reading, useAudienceWords } from "./reading.tsx";
import { SendPanel } from "./send-panel.tsx";
import { StateTable } from "./state-table.tsx";
import { totalsOf } from "./totals.ts";
import { UpdateHead } from "./update-head.tsx";
import { type Lost, Renewing, useRenewal, useRenewed } from "./use-renewal.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: updateStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const update = orNotFound(await findUpdate(args.context.db, campaign.id, args.params.update ?? ""));
  const who = { campaign, organizerId: organizer.organizerId };
  const doneCode = new URL(args.request.url).searchParams.get("done");
  return loadUpdate(args.context, who, update, { doneCode, isRenewal: isBackgroundRefresh(args.request) });
}

/** Acts by the button that sent the form. */
export async function action(args: ActionFunctionArgs) {
  return actOnDraft(args, [...writingActs(locales), ...approvingActs, ...sendingActs], {
    find: findUpdate,
    publicId: args.params.update,
    folder: "updates",
    unknown: { errors: [{ field: "form", code: "unreadable" }] },
  });
}

/** Keeps the page with what was typed when the site does not answer. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (thrown) {
    const lost = troubleOf(thrown);
    if (lost === undefined) throw thrown;
    // With this status the router does not reload, which would fail as well.
    return Response.json({ lost, refused: lost } satisfies Answer, { status: 503 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${words("en").updates.title(data.update.number)} · Undersigned` : "Undersigned" },
];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Update() {
  const { page, lost, renewing } = useRenewed(useLoaderData<typeof loader>());
  const answer = useActionData<typeof action>() as Answer | undefined;
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const { stage } = page.update;
  const mayEdit = stage === "draft" && page.rights.write;
  const edits = mayEdit || answer?.values?.version !== undefined;
  // A failed writer's button is reported next to it.
  const headAnswer = edits && answer?.lost ? undefined : answer;
  return (
    <Renewing.Provider value={renewing}>
      <UpdateHead page={page} doneCode={answer ? null : page.doneCode} answer={headAnswer} />
      <Announcements page={page} lost={lost} />
      <SentBackNote sentBack={page.sentBack} />
      {edits && <Editor key={page.update.publicId} page={page} answer={answer} />}
      {!edits && (stage === "draft" || stage === "submitted") && <Approval page={page} />}
      {!edits && (stage === "approved" || stage === "scheduled") && <SendPanel page={page} answer={answer} />}
      {(stage === "sending" || stage === "paused") && <Progress page={page} />}
      {(stage === "sent" || stage === "cancelled") && <Report page={page} />}
    </Renewing.Provider>
  );
}

type AnnouncementsProps = { page: UpdatePage; lost: Lost | null };

/** Announces changes of a page that refreshes itself: lost connection, stage, every tenth of progress. */
function Announcements({ page: { update, progress }, lost }: AnnouncementsProps) {
  const { stages, trouble, byItself, progress: say } = useWords().updates;
  const isStep = update.audience.after !== null;
  const stage = (isStep ? byItself.stages[update.stage] : undefined) ?? stages[update.stage];
  const goes = update.stage === "sending" || update.stage === "paused";
  const { handed, not } = progress ? totalsOf(progress.counts) : { handed: 0, not: 0 };
  const tenths = progress?.audienceSize ? Math.floor((10 * (handed + not)) / progress.audienceSize) : 0;
  return (
    <>
      <p className="vh" role="status">
        {goes && progress && !isStep ? say.told(stage, tenths * 10) : stage}
      </p>
      <div role="status">
        {lost && <p className="banner banner-error">{trouble.look[lost.kind](writeClock(lost.since))}</p>}
      </div>
    </>
  );
}

/** Reports on an update that ended. */
function Report({ page }: { page: UpdatePage }) {
  const { report: say } = useWords().updates;
  const { update, progress, now } = page;
  // After cancelling, the worker ends waiting emails within seconds; mailboxes report for days.
  const settling = progress !== null && totalsOf(progress.counts).open > 0;
  useRenewal(settling ? 1000 : update.stage === "sent" ? 10_000 : null);
  return (
    <>
      {update.stage === "cancelled" && (
        <p className="lead">{progress ? say.cancelledText : say.neverBegun}</p>
      )}
      <div className="cols mb-8">
        <div>
          <Facts page={page} />
          <Brought page={page} />
          {progress && <StateTable progress={progress} now={now} />}
        </div>
        <div>
          {update.stage === "sent" && !update.audience.after && <JoinedSince page={page} />}
          {progress && <Problems problems={progress.problems} />}
        </div>
      </div>
      <Reading page={page} />
    </>
  );
}

function Facts({ page }: { page: UpdatePage }) {
  const { slug, update } = page;
  const { report: say, approval, progress } = useWords().updates;
  const tell = useAudienceWords(page);
  const locale = useLocale();
  const moment = (at: string) => `${formatDate(locale, at)}, ${formatTime(locale, at)} UTC`;
  const name = (who: { name: string } | null) => who?.name ?? approval.operator;
  const { startedAt, finishedAt } = update;
  const seconds = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null;
  const number = update.continuesNumber ?? update.number;
  const items = [
    { term: say.written, detail: name(update.author) },
    update.submittedAt && { term: say.submitted, detail: name(update.submitter) },
    update.approvedAt && {
      term: say.approved,
      detail: update.approvedAlone ? `${name(update.approver)}, ${say.alone}` : name(update.approver),
    },
    startedAt && { term: say.begun, detail: moment(startedAt) },
    finishedAt && { term: say.ended, detail: moment(finishedAt) },
    seconds !== null && update.stage === "sent" && { term: say.took, detail: span(seconds, progress) },
    { term: say.audience, detail: tell(update.audience) },
    startedAt && {
      term: say.archive,
      detail: update.hasPage ? (
        <a href={`/c/${slug}/updates/${number}`}>{say.archiveLink}</a>
      ) : (
        say.notArchived
      ),
    },
  ].filter((item) => typeof item === "object" && item !== null);
  return (
    <section className="block">
      <h2>{say.heading}</h2>
      <DefinitionList className="facts large" items={items} />
    </section>
  );
}

/** Counted when the page opens: an automatic refresh keeps the count. */
function JoinedSince({ page: { people: counted, rights, draftId } }: { page: UpdatePage }) {
  const { since: say } = useWords().updates.report;
  const last = useRef(counted);
  if (counted !== null) last.current = counted;
  const reach = last.current;
  return (
    <section className="block">
      <h2>{say.heading}</h2>
      <p>{reach === null ? <a href="?">{say.count}</a> : joined(say, reach)}</p>
      <p className="muted small">{say.left}</p>
      {rights.write && reach !== null && (reach.isRounded || reach.people > 0) && (
        <ActionButton intent="continue" fields={{ draft: draftId }}>
          {say.button}
        </ActionButton>
      )}
    </section>
  );
}

function joined(say: Words["updates"]["report"]["since"], { people, isRounded }: AudienceSize) {
  if (!isRounded) return say.text(people);
  return people === 0 ? say.few : say.atLeast(people);
}

/** The version and surrounding content that the approver saw; defaults if the form lacks them. */
const Seen = z.object({ version: z.coerce.number().int().min(1).catch(0), frame: z.string().catch("") });

async function approve({ body, context, on, ...acting }: Acting<UpdateView>) {
  const form = readFields(body, Seen);
  const seen = form.ok ? form.value : { version: 0, frame: "" };
  const { outcome } = unlessGone(await approveUpdate(context.db, { ...on, ...seen }));
  return outcome === "approved" ? done(acting, "approved") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who approve. */
const approvingActs: Acts<UpdateView> = [["approve", { right: "approve", asks: "send", act: approve }]];
