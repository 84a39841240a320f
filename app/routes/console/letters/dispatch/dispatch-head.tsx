import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { DispatchStageLabel } from "#app/ui/console/dispatch-stage.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { MaybeSent } from "#app/ui/console/maybe-sent.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";
import { Link } from "#app/ui/remix.ts";
import type { Answer, DispatchPage } from "./load.server.ts";

/** Names the dispatch, its state, and what was just done. */
export function DispatchHead({ page, answer }: { page: DispatchPage; answer: Answer | undefined }) {
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
        <ol className="letter-steps" aria-label={say.steps.label}>
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
