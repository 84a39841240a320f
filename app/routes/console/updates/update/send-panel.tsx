import { formatDate, formatTime } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { useFrozen } from "#app/ui/console/frozen.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { Form } from "#app/ui/remix.ts";
import { Differs } from "./approval.tsx";
import type { Answer, UpdatePage } from "./load.server.ts";
import { MissingNote } from "./missing-note.tsx";
import { AudienceFacts, Hands, Reading } from "./reading.tsx";
import { useRenewal } from "./use-renewal.ts";

type SendPanelProps = { page: UpdatePage; answer: Answer | undefined };

/** Sends an approved update, schedules it, or takes it back to draft. */
export function SendPanel({ page, answer }: SendPanelProps) {
  const { update } = page;
  const isDue = update.stage === "scheduled" && (update.sendAt ?? "") <= page.now;
  useRenewal(update.stage === "scheduled" ? (isDue ? 1000 : 10_000) : null);
  return (
    <div className="cols">
      <Reading page={page} />
      <div>
        <Differs page={page} />
        {page.rights.write ? <Send page={page} answer={answer} isDue={isDue} /> : <OnlyWriters />}
        <AudienceFacts page={page} />
        <Hands update={update} />
      </div>
    </div>
  );
}

function OnlyWriters() {
  const { send: say } = useWords().updates;
  return (
    <section className="block">
      <h2>{say.heading}</h2>
      <p>{say.onlyWriters}</p>
    </section>
  );
}

function Send({ page, answer, isDue }: SendPanelProps & { isDue: boolean }) {
  const { approval, progress, errors, summarySchedule, next, languages, ...updates } = useWords().updates;
  const { approving } = useWords();
  const isFrozen = useFrozen();
  const isLate = useIsMailLate();
  const locale = useLocale();
  const { update, people, missing, now } = page;
  const isStep = update.audience.after !== null;
  const say = isStep ? { ...updates.send, ...updates.byItself.send } : updates.send;
  const isReady = missing.length === 0 && page.frameState.differs.length === 0;
  const messages = (answer?.errors ?? []).map(({ field, code }) => ({
    field,
    message: errors[code] ?? errors.unreadable ?? "",
  }));
  const scheduled = update.stage === "scheduled" && update.sendAt;
  const typed = (name: string) => (typeof answer?.values?.[name] === "string" ? answer.values[name] : null);
  const suggested = scheduled ? new Date(update.sendAt ?? now).toISOString() : null;
  return (
    <section className="block decision">
      <h2>{say.heading}</h2>
      <ErrorSummary heading={summarySchedule} errors={messages} />
      {scheduled && (
        <p className="font-serif text-lg font-semibold" role="status">
          {isDue
            ? isLate
              ? say.dueDelayed
              : say.due
            : say.isScheduled(`${formatDate(locale, scheduled)}, ${formatTime(locale, scheduled)}`)}
        </p>
      )}
      <MissingNote missing={missing} rehearsed={page.rehearsed} />
      {isFrozen && <p>{approving.frozen}</p>}
      {isReady && !isDue && !isFrozen && (
        <>
          <p>{people?.isRounded && !isStep ? say.rounded : say.text(people?.people ?? 0)}</p>
          <ActionButton intent="send-now" variant={isStep ? "act" : "danger"}>
            {people?.isRounded && !isStep ? say.nowRounded : say.now(people?.people ?? 0)}
          </ActionButton>
          <Form method="post" className="stack pt-2" noValidate preventScrollReset>
            <h3>{say.later}</h3>
            <div className="pair">
              <TextInput
                type="date"
                name="day"
                label={say.day}
                error={messageFor(messages, "day")}
                defaultValue={typed("day") ?? suggested?.slice(0, 10) ?? ""}
                min={now.slice(0, 10)}
                required
              />
              <TextInput
                type="time"
                name="time"
                label={say.time}
                error={messageFor(messages, "time")}
                defaultValue={typed("time") ?? suggested?.slice(11, 16) ?? ""}
                required
              />
            </div>
            <p className="hint">{say.utcNow(formatTime(locale, now))}</p>
            <Button name="intent" value="schedule">
              {scheduled ? say.reschedule : say.schedule}
            </Button>
          </Form>
        </>
      )}
      <div className="stack block gap">
        {update.languages.map((language) => (
          <ActionButton key={language} intent="test" fields={{ locale: language }}>
            {update.languages.length === 1 ? next.test : next.testIn(languages[language] ?? language)}
          </ActionButton>
        ))}
        <ActionButton intent="take-back">{approval.takeBackApproved}</ActionButton>
        {scheduled && (
          <AskedOnce
            intent="cancel"
            fields={{ from: "scheduled" }}
            summary={progress.cancelScheduled}
            text={progress.cancelScheduledText}
            button={progress.cancelScheduledButton}
          />
        )}
      </div>
    </section>
  );
}
