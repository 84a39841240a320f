import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { DeedButton } from "#app/ui/console/deed-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./act.server.ts";
import type { UpdatePage } from "./load.server.ts";
import { AudienceFacts, Hands, Reading } from "./reading.tsx";

type ApprovalProps = { page: UpdatePage; answer: Answer | undefined };

/** An update to read, and to approve where it waits for that. */
export function Approval({ page, answer }: ApprovalProps) {
  const { approval: say } = useWords().updates;
  const waits = page.update.stage === "submitted";
  return (
    <div className="read-cols">
      <div>
        {waits && <p className="lead">{say.text}</p>}
        <Reading page={page} />
      </div>
      <div>
        {waits && <Decision page={page} answer={answer} />}
        <AudienceFacts page={page} />
        {waits && <Changes page={page} />}
        <Hands update={page.update} />
      </div>
    </div>
  );
}

function Decision({ page, answer }: ApprovalProps) {
  const { approval: say } = useWords().updates;
  const { approving, rights, approvers, deadlock, update } = page;
  const takeBack = rights.write && <DeedButton intent="take-back">{say.takeBack}</DeedButton>;
  return (
    <section className="aside decision">
      <h2>{approving === "alone" ? say.alone.heading : say.actHeading}</h2>
      {approving === "yes" && (
        <div className="acts-column">
          <DeedButton intent="approve" look="act" fields={{ version: update.version }}>
            {say.approve}
          </DeedButton>
          <DeedButton intent="send-back">{say.sendBack}</DeedButton>
        </div>
      )}
      {approving === "own" && <p>{deadlock ? say.deadlock : say.own(approvers)}</p>}
      {approving === "no-right" && <p>{say.noRight}</p>}
      {approving === "alone" && <Alone page={page} answer={answer} />}
      {approving !== "yes" && takeBack}
    </section>
  );
}

/** Two steps for the only one who can approve: a code is mailed, and typed again here. */
function Alone({ page, answer }: ApprovalProps) {
  const { approval, errors, codeWrong } = useWords().updates;
  const { alone: say } = approval;
  const { version } = page.update;
  const problem = answer?.errors?.find(({ field }) => field === "code")?.code;
  const message =
    problem === undefined
      ? undefined
      : problem === "code-wrong"
        ? codeWrong(answer?.triesLeft ?? 0)
        : (errors[problem] ?? errors.unreadable);
  const isOver = problem === "code-over" || answer?.triesLeft === 0;
  const asked = page.codeAsked;
  return (
    <>
      <p>{say.text}</p>
      {isOver && message && (
        <div className="said said-no" role="alert">
          <p>{message}</p>
        </div>
      )}
      {asked && (
        <Form method="post" noValidate preventScrollReset>
          <input type="hidden" name="version" value={version} />
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
          <div className="acts-column">
            <Button look="act" name="intent" value="approve-alone">
              {say.approve}
            </Button>
          </div>
        </Form>
      )}
      {asked && <p className="small muted">{say.againText}</p>}
      <DeedButton intent="ask-code" look={asked ? "plain" : "act"} fields={{ version }}>
        {asked || isOver ? say.again : say.ask}
      </DeedButton>
    </>
  );
}

function Changes({ page: { changes } }: { page: UpdatePage }) {
  const { approval: say, languages } = useWords().updates;
  return (
    <section className="aside">
      <h2>{say.changesHeading}</h2>
      {changes === null ? (
        <p>{say.first}</p>
      ) : changes.parts.length === 0 ? (
        <p>{say.same(writeMoment(changes.at))}</p>
      ) : (
        <>
          <p>{say.changed(writeMoment(changes.at))}</p>
          <ul className="bullets">
            {changes.parts.map((part) => (
              <li key={part}>{say.parts[part] ?? say.textIn(languages[part] ?? part)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
