import { unreadable } from "#app/domain/outgoing/updates/update.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { useFrozen } from "#app/ui/console/frozen.ts";
import { writeClock, writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Decision, Differs } from "./approval.tsx";
import { Brought } from "./brought.tsx";
import { Figures } from "./figures.tsx";
import type { UpdatePage } from "./load.server.ts";
import { MissingNote } from "./missing-note.tsx";
import { Problems, problemMeaning } from "./problems.tsx";
import { AudienceFacts, Hands, Reading } from "./reading.tsx";
import { StateTable } from "./state-table.tsx";
import { totalsOf } from "./totals.ts";
import { useRenewal } from "./use-renewal.ts";

/** Shows a live update's progress. */
export function Progress({ page }: { page: UpdatePage }) {
  const { progress: say, audience, byItself } = useWords().updates;
  const locale = useLocale();
  const isFrozen = useFrozen();
  const { update, progress, rights, now } = page;
  // A paused update still gets reports on sent emails.
  const totals = progress ? totalsOf(progress.counts) : null;
  const isStep = update.audience.after !== null;
  // One that goes by itself runs for months, mostly with nothing to send.
  const isQuiet = isStep && totals?.open === 0;
  useRenewal(isQuiet ? 15_000 : update.stage === "sending" ? 1000 : 5000);
  const subject = update.texts[0]?.subject ?? "";
  const begun = update.startedAt && `${formatDate(locale, update.startedAt)}, ${clock(update.startedAt)}`;
  return (
    <>
      <div className="spread sentence">
        <p className="muted">
          {say.intro(subject, update.approver?.name ?? null, begun)}. {isStep && byItself.intro}{" "}
          {say.asOf(clock(now))}
        </p>
        <noscript>
          <a href="?">{say.look}</a>
        </noscript>
        {rights.write && (
          <div className="acts">
            {update.stage === "sending" ? (
              <ActionButton intent="pause" variant="act">
                {say.pause}
              </ActionButton>
            ) : (
              !isFrozen &&
              update.approvedAt &&
              page.frameState.differs.length === 0 && (
                <ActionButton intent="resume" variant="act">
                  {say.resume}
                </ActionButton>
              )
            )}
          </div>
        )}
      </div>
      {update.stage === "paused" && <Paused page={page} />}
      {update.stage === "paused" && <ApproveAgain page={page} />}
      {update.startedAt === null && rights.write && <NotBegun />}
      {progress && totals && (
        <>
          {update.preparedAt === null && <p role="status">{say.preparing(progress.audienceSize)}</p>}
          {progress.waitsUntil && (
            <p className="banner">{say.waits(writeMoment(new Date(progress.waitsUntil).toISOString()))}</p>
          )}
          <section className="block stack" aria-label={say.handed}>
            <p className="kind">{say.handed}</p>
            <div className="spread">
              <p className="figure">{formatNumber(locale, totals.handed)}</p>
              <p className="small muted">
                {isStep ? byItself.sofar : say.of(progress.audienceSize)}
                {!isStep && update.preparedAt && `, ${say.frozenAt(clock(update.preparedAt))}`}
              </p>
            </div>
            <progress
              className="tall"
              max={Math.max(progress.audienceSize, 1)}
              value={totals.handed + totals.not}
              aria-label={say.bar(totals.handed + totals.not, progress.audienceSize)}
            />
            <p className="small muted" aria-hidden="true">
              {say.bar(totals.handed + totals.not, progress.audienceSize)}
            </p>
            {page.isRounded && <p className="muted small">{audience.rounded}</p>}
          </section>
          {isStep && <Brought page={page} />}
          <Figures progress={progress} sending={update.stage === "sending"} now={now} byItself={isStep} />
          <div className="cols mb-8">
            <StateTable progress={progress} now={now} />
            <div>
              <Problems problems={progress.problems} />
              {update.stage === "sending" && (
                <section className="block">
                  <h2>{say.ifPaused.heading}</h2>
                  <p>{isStep ? byItself.ifPaused : say.ifPaused.text}</p>
                </section>
              )}
              <AudienceFacts page={page} />
              <Hands update={update} />
            </div>
          </div>
          {rights.write && (
            <AskedOnce
              intent="cancel"
              fields={{ from: "begun" }}
              summary={isStep ? byItself.end : say.cancel}
              text={isStep ? byItself.endText(totals.open) : say.cancelText(totals.handed, totals.open)}
              button={isStep ? byItself.endButton : say.cancelButton(totals.open)}
            />
          )}
        </>
      )}
    </>
  );
}

const clock = writeClock;

/** Shows what changed since the approval in a paused update, and how it is approved again. */
function ApproveAgain({ page }: { page: UpdatePage }) {
  const { differs: say } = useWords().updates;
  const { update, frameState, rights } = page;
  const asked = update.approvedAt === null;
  const changed = frameState.differs.length > 0 || page.isSentBack;
  if (!asked && !changed) return null;
  return (
    <div className="cols mt-6 mb-10">
      <Reading page={page} />
      <div>
        <Differs page={page} />
        {changed && rights.write && (
          <section className="block decision">
            <h2>{say.askHeading}</h2>
            <p>{say.askText}</p>
            <ActionButton intent="ask-again" variant="act">
              {say.ask}
            </ActionButton>
          </section>
        )}
        {asked && !changed && <Decision page={page} />}
      </div>
    </div>
  );
}

const statusOf = ({ update, frameState }: UpdatePage) =>
  frameState.differs.length > 0 ? "differs" : update.approvedAt ? "as-approved" : "asked-again";

function Paused({ page }: { page: UpdatePage }) {
  const { update, missing } = page;
  const { pausedWhy, problems, byItself } = useWords().updates;
  const cannotBeRead = update.pauseProblem === unreadable;
  const isMissing = update.pauseReason === "not-ready" && !cannotBeRead;
  const reason = cannotBeRead ? unreadable : (update.pauseReason ?? "organizer");
  const isSettled = isMissing && missing.length === 0;
  const why = pausedWhy[isSettled ? "ready-again" : reason === "differs" ? statusOf(page) : reason];
  return (
    <section className="notice" role="status">
      <h2>{why.title}</h2>
      {update.pauseProblem && !cannotBeRead && (
        <p>
          <code>{update.pauseProblem}</code> {problemMeaning(problems, update.pauseProblem)}
        </p>
      )}
      <p>{update.audience.after && reason === "organizer" ? byItself.pausedByOrganizer : why.what}</p>
      {isMissing && <MissingNote missing={missing} rehearsed={page.rehearsed} />}
    </section>
  );
}

/** Offers what can be done with an update that was stopped before its audience was listed. */
function NotBegun() {
  const { approval, progress: say } = useWords().updates;
  return (
    <div className="stack block gap">
      <ActionButton intent="take-back">{approval.takeBackApproved}</ActionButton>
      <AskedOnce
        intent="cancel"
        fields={{ from: "begun" }}
        summary={say.cancelScheduled}
        text={say.cancelPausedText}
        button={say.cancelScheduledButton}
      />
    </div>
  );
}
