import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { CheckList } from "#app/ui/console/check-list.tsx";
import { DeedButton } from "#app/ui/console/deed-button.tsx";
import { wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./act.server.ts";
import type { DispatchPage } from "./load.server.ts";

type DecisionProps = { page: DispatchPage; answer: Answer | undefined };

/** Who has let it go and who is missing, with the buttons of whoever looks at it. */
export function Decision({ page, answer }: DecisionProps) {
  const { dispatches: words } = useWords().letterConsole;
  const { decision: say } = words;
  const { dispatch, approving, rights, approvers, deadlock, me } = page;
  const submitted = dispatch.stage === "submitted";
  const takeBack = rights.write && <DeedButton intent="take-back">{say.takeBack}</DeedButton>;
  const submitter = dispatch.submitter?.name ?? words.hands.operator;
  return (
    <section className="letter-part decision" aria-labelledby="decision">
      <h2 id="decision">{submitted ? say.missing : say.submit}</h2>
      <CheckList
        checks={[
          submitted
            ? { ok: true, text: `${submitter}, ${writeMoment(dispatch.submittedAt ?? "")}` }
            : { ok: false, text: words.sheet.signs.firstMissing },
          { ok: false, text: submitted && approving === "yes" ? say.you(me) : say.waitsFor },
        ]}
      />
      {submitted && (
        <div className="decision-acts">
          {approving === "yes" && (
            <>
              <DeedButton
                intent="approve"
                look="act"
                fields={{ version: dispatch.version, frame: dispatch.frame }}
              >
                {say.approve(dispatch.kind, dispatch.number)}
              </DeedButton>
              <DeedButton intent="send-back">{say.sendBack}</DeedButton>
            </>
          )}
          {approving === "own" && <p>{deadlock ? say.deadlock : say.own(approvers)}</p>}
          {approving === "no-right" && <p>{say.noRight}</p>}
          {approving === "alone" && <Alone page={page} answer={answer} />}
          {approving !== "yes" && takeBack}
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
    <p className={isVerified && !isOther && !isRetired ? "office-note" : "office-note office-warns"}>
      {text} <Link to={`/organize/c/${slug}/letters/recipients/${publicId}`}>{say.open}</Link>
    </p>
  );
}

/** Two steps for the only one who can approve: a code is mailed, and typed again here. */
function Alone({ page, answer }: DecisionProps) {
  const { dispatches: words } = useWords().letterConsole;
  const { alone: say } = words.decision;
  const { version, frame } = page.dispatch;
  const problem = answer?.errors?.find(({ field }) => field === "code")?.code;
  const message =
    problem === undefined
      ? undefined
      : problem === "code-wrong"
        ? words.codeWrong(answer?.triesLeft ?? 0)
        : (wordOf(words.errors, problem) ?? words.errors.unreadable);
  const isOver = problem === "code-over" || answer?.triesLeft === 0;
  const asked = page.codeAsked;
  return (
    <>
      <h3>{say.heading}</h3>
      <p>{say.text}</p>
      {isOver && message && (
        <p className="said said-no" role="alert">
          {message}
        </p>
      )}
      {asked && (
        <Form method="post" noValidate preventScrollReset>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="frame" value={frame} />
          <TextInput
            name="code"
            label={say.code}
            hint={say.codeHint}
            error={message}
            className="code-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
          />
          <div className="decision-acts">
            <Button look="act" name="intent" value="approve-alone">
              {say.approve}
            </Button>
          </div>
        </Form>
      )}
      {asked && <p className="small muted">{say.againText}</p>}
      <DeedButton intent="ask-code" look={asked ? "plain" : "act"} fields={{ version, frame }}>
        {asked || isOver ? say.again : say.ask}
      </DeedButton>
    </>
  );
}
