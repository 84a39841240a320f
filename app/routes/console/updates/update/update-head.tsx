import type { UpdateStage } from "#app/domain/outgoing/updates/update.ts";
import { MaybeSent } from "#app/ui/console/maybe-sent.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { StageLabel } from "#app/ui/console/stage-label.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import type { Answer, UpdatePage } from "./load.server.ts";

/** A note on what was done is shown only while it is still true: a page that refreshes itself changes. */
const stagesOf: Record<string, readonly UpdateStage[]> = {
  submitted: ["submitted"],
  approved: ["approved", "paused"],
  scheduled: ["scheduled"],
  started: ["scheduled", "sending"],
  paused: ["paused"],
  "asked-again": ["paused"],
  resumed: ["sending"],
  cancelled: ["cancelled"],
};

/** Looks up a word from outside among own keys only, not inherited ones. */
const own = <T,>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const sayingOf = (done: Record<string, string>, doneCode: string | null, stage: UpdateStage) =>
  doneCode !== null && (own(stagesOf, doneCode)?.includes(stage) ?? true) ? own(done, doneCode) : undefined;

type UpdateHeadProps = {
  page: UpdatePage;
  /** A key for what was done, from the address. */
  doneCode: string | null;
  /** Why something failed. */
  answer: Answer | undefined;
};

/** Names the update, its state, and what was just done. */
export function UpdateHead({ page: { slug, update, missing }, doneCode, answer }: UpdateHeadProps) {
  const { updates: say } = useWords();
  const { stage, number, continuesNumber, publicId } = update;
  const titles = { sending: "onItsWay", paused: "paused", cancelled: "cancelled", sent: "sent" } as const;
  const isStep = update.audience.after !== null;
  const hasEnded = isStep && update.startedAt !== null && stage === "cancelled";
  const named = isStep
    ? {
        ...say.progress,
        onItsWay: say.byItself.title,
        sent: say.byItself.cancelled,
        ...(hasEnded && { cancelled: say.byItself.cancelled }),
      }
    : say.progress;
  const title = stage in titles ? named[titles[stage as keyof typeof titles]](number) : say.title(number);
  const step = { draft: 1, submitted: 2, approved: 3, scheduled: 3 }[stage as "draft"];
  const isLate = useIsMailLate();
  const ofStep = isStep
    ? { started: say.byItself.begun, ...(hasEnded && { cancelled: say.byItself.ended }) }
    : {};
  const done = sayingOf({ ...say.done, ...(isLate && say.doneDelayed), ...ofStep }, doneCode, stage);
  const { refused, until } = answer ?? {};
  const reason = refused === undefined ? undefined : own(say.refused, refused);
  return (
    <>
      <div className="page-head update-head">
        <div>
          <p className="crumb">
            <a href={`/organize/c/${slug}/updates`}>{say.crumb}</a> / {number} ·{" "}
            <a href={`/organize/c/${slug}/audit?subject=${publicId}`}>{say.history}</a>
          </p>
          <h1>{title}</h1>
          {continuesNumber !== null && <p>{say.continues(continuesNumber)}</p>}
        </div>
        <StageLabel stage={hasEnded ? "sent" : stage} byItself={isStep} />
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
      <MaybeSent at={update.maybeSentBefore} />
      {done && (
        <p className="banner" role="status">
          {done}
        </p>
      )}
      {reason && (
        <div className="banner banner-error" role="alert">
          <p>{reason}</p>
          {until && <p>{say.worksAgain(writeMoment(until, { seconds: true }))}</p>}
          {refused === "not-ready" && <p>{missing.map((item) => say.missing.short[item]).join(", ")}</p>}
        </div>
      )}
    </>
  );
}
