import { findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { actOnDraft } from "#app/http/draft-acts.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { Approval, CannotOpen } from "#app/ui/console/approval.tsx";
import { CheckList } from "#app/ui/console/check-list.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DispatchStageLabel } from "#app/ui/console/dispatch-stage.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { MaybeSent } from "#app/ui/console/maybe-sent.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SendBackLink, SentBackNote } from "#app/ui/console/send-back.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { approvingActs, sendingActs, writingActs } from "./acts.server.ts";
import { Checks, Contents, Hands, Holding, Replies, WhoRead } from "./contents.tsx";
import { Editor } from "./editor.tsx";
import { type Answer, type DispatchPage, loadDispatch } from "./load.server.ts";
import { Preview } from "./preview.tsx";
import { Progress } from "./progress.tsx";
import { Sheet } from "./sheet.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const { context, params, request } = args;
  const dispatch = orNotFound(await findDispatch(context.db, campaign.id, params.dispatch ?? ""));
  const who = { campaign, organizerId: organizer.organizerId, name: organizer.name };
  const { searchParams } = new URL(request.url);
  return loadDispatch(context, who, dispatch, {
    doneCode: searchParams.get("done"),
    left: Number(/^[1-9]\d{0,2}$/.exec(searchParams.get("left") ?? "")?.[0] ?? 0),
  });
}

/** Acts by the button that sent the form. */
export async function action(args: ActionFunctionArgs) {
  return actOnDraft(args, [...writingActs, ...approvingActs, ...sendingActs], {
    find: findDispatch,
    publicId: args.params.dispatch,
    folder: "letters/dispatches",
    unknown: { refused: "unreadable" },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { name } = words("en").letterConsole.dispatches;
  return [
    { title: data ? `${name(data.dispatch.kind, data.dispatch.number)} · Undersigned` : "Undersigned" },
  ];
};

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Dispatch() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  if (answer?.proof) return <Reauthenticate asked={answer.proof} />;
  const { stage } = page.dispatch;
  const isDraft = stage === "draft";
  const begun = !isDraft && stage !== "submitted" && stage !== "approved";
  const edits = (isDraft && page.rights.write) || answer?.values?.version !== undefined;
  return (
    <>
      <DispatchHead page={page} answer={answer} />
      <SentBackNote sentBack={page.sentBack} />
      <div className="cols">
        <div>
          {begun && page.progress.parts.length > 0 && <Progress page={page} />}
          {edits && <Editor key={page.dispatch.publicId} page={page} answer={answer} />}
          <Sheet page={page} />
          {!begun && <Preview page={page} />}
        </div>
        <div className="aside">
          <WhoRead page={page} />
          {(isDraft || stage === "submitted") && <Decision page={page} />}
          <Contents page={page} />
          {!begun && <Checks page={page} />}
          {begun && <Replies page={page} />}
          <Hands page={page} />
          {page.rights.write && <Holding page={page} />}
        </div>
      </div>
    </>
  );
}

/** Shows who approved and who is missing, with the reader's buttons. */
function Decision({ page }: { page: DispatchPage }) {
  const { dispatches: words } = useWords().letterConsole;
  const { decision: say } = words;
  const { dispatch, approval, rights, me } = page;
  const { approving, others, deadlock } = approval;
  const submitted = dispatch.stage === "submitted";
  const isUnchanged = dispatch.differs.length === 0;
  const takeBack = rights.write && <ActionButton intent="take-back">{say.takeBack}</ActionButton>;
  const submitter = dispatch.submitter?.name ?? words.hands.operator;
  return (
    <section className="block decision" aria-labelledby="decision">
      <h2 id="decision">{submitted ? say.missing : say.submit}</h2>
      <CheckList
        checks={[
          submitted
            ? { ok: true, text: `${submitter}, ${writeMoment(dispatch.submittedAt ?? "")}` }
            : { ok: false, text: words.sheet.signs.firstMissing },
          { ok: false, text: submitted && approving === "yes" && isUnchanged ? say.you(me) : say.waitsFor },
        ]}
      />
      {!(submitted && isUnchanged) && <CannotOpen state={approval} />}
      {submitted && (
        <div className="stack gap">
          {isUnchanged && (
            <Approval
              state={approval}
              fields={{ version: dispatch.version, frame: dispatch.frame }}
              thing={{ kind: "dispatch", subject: dispatch.publicId }}
              asked={page}
              say={{
                ...say,
                approve: say.approve(dispatch.kind, dispatch.number),
                own: deadlock ? say.deadlock : say.own(others),
              }}
            />
          )}
          {approving === "yes"
            ? !isUnchanged && <SendBackLink thing={{ kind: "dispatch", subject: dispatch.publicId }} />
            : takeBack}
        </div>
      )}
      <p className="small muted">{say.text}</p>
      <Office page={page} />
    </section>
  );
}

function Office({ page: { dispatch, slug } }: { page: DispatchPage }) {
  const { office: say } = useWords().letterConsole.dispatches.decision;
  const { recipient, recipientName, recipientEmail } = dispatch;
  const { name, email, isVerified, isRetired, publicId } = recipient;
  const isOther = recipientEmail !== null && (recipientEmail !== email || recipientName !== name);
  const text = isOther
    ? say.changed(`${recipientName}, ${recipientEmail}`)
    : isRetired
      ? say.retired(name)
      : isVerified
        ? say.verified(name, email)
        : say.unverified(name, email);
  return (
    <p className={isVerified && !isOther && !isRetired ? "warn ok small" : "warn small"}>
      {text} <Link to={`/organize/c/${slug}/letters/recipients/${publicId}`}>{say.open}</Link>
    </p>
  );
}

/** Names the dispatch, its state, and what was just done. */
function DispatchHead({ page, answer }: { page: DispatchPage; answer: Answer | undefined }) {
  const { letterConsole, updates } = useWords();
  const { dispatches: say, summary } = letterConsole;
  const { history } = updates;
  const { dispatch, slug, doneCode } = page;
  const all = useCompanies().at(`/organize/c/${slug}/letters/dispatches`, page.company);
  const { publicId, stage, kind, number, cause, pauseReason, differs, filed, letters, names } = dispatch;
  const step = { draft: 1, submitted: 2, approved: 3, sending: 3, paused: 3 }[stage as "draft"];
  const errors = (answer?.errors ?? []).filter(({ field }) => field !== "code" && field !== "reason");
  return (
    <>
      <p className="crumb">
        <Link to={all}>{say.crumb}</Link> / {number} ·{" "}
        <Link to={`/organize/c/${slug}/audit?subject=${publicId}`}>{history}</Link>
      </p>
      <div className="page-head">
        <div>
          <DispatchStageLabel stage={stage} />
          <h1>{say.name(kind, number)}</h1>
          <CompanyName of={page.company} />
          <p>{say.causes[cause]}</p>
          {filed.mails > 0 && (
            <p>{say.filed(filed, { letters: letters - filed.letters, names: names - filed.names })}</p>
          )}
        </div>
      </div>
      {step !== undefined && (
        <ol className="steps" aria-label={say.steps.label}>
          {[say.steps.write, say.steps.approve, say.steps.send].map((name, n) => (
            <li key={name} aria-current={n + 1 === step ? "step" : undefined}>
              <span>{n + 1}</span> {name}
            </li>
          ))}
        </ol>
      )}
      <MaybeSent at={dispatch.maybeSentBefore} />
      <AnswerNote say={say} done={doneCode} answer={answer} />
      {page.left > 0 && !answer && <p className="notice">{say.alone.left(page.left)}</p>}
      <ErrorSummary
        heading={summary}
        errors={messagesOf({ values: {}, errors }, { ...say.errors, missing: say.errors.unreadable ?? "" })}
      />
      {stage === "submitted" && differs.length > 0 && (
        <p className="needs">
          <span>{say.differsFromSubmitted(differs.map((what) => say.framed[what]))}</span>
        </p>
      )}
      {stage === "paused" && pauseReason && (
        <p className="needs">
          <span>
            {say.pausedWhy[pauseReason]}{" "}
            {differs.length > 0 && say.differs(differs.map((what) => say.framed[what]))}
          </span>
        </p>
      )}
    </>
  );
}
