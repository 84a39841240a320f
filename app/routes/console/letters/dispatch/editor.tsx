import { maxDispatchBodyLength, maxDispatchSubjectLength } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { RecipientChoice } from "#app/ui/console/recipient-choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { textOf } from "#app/ui/form-state.ts";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer, DispatchPage } from "./load.server.ts";

/** Edits a draft, with two buttons that store it. */
export function Editor({ page, answer }: { page: DispatchPage; answer: Answer | undefined }) {
  const { dispatches: words } = useWords().letterConsole;
  const { write: say } = words;
  const { dispatch, recipients } = page;
  const alone = dispatch.kind === "individual";
  const typed = answer?.values;
  const text = (name: string, stands: string) =>
    typeof typed?.[name] === "string" ? String(typed[name]) : stands;
  const version = answer?.stale?.version ?? text("version", String(dispatch.version));
  const errorOf = (field: string) => {
    const problem = answer?.errors?.find((error) => error.field === field);
    return problem && (textOf(problem, words.errors) ?? words.errors.unreadable);
  };
  return (
    <section className="block" aria-labelledby="words">
      <h2 id="words">{say.heading}</h2>
      <Form method="post" className="serif-areas" noValidate preventScrollReset>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="digest" value={page.campaignDigest} />
        <RecipientChoice
          label={say.recipient}
          recipients={recipients}
          chosen={text("recipient", dispatch.recipient.publicId)}
          error={errorOf("recipient")}
        />
        <TextArea
          name="subject"
          label={say.subject}
          hint={say.subjectHint}
          error={errorOf("subject")}
          defaultValue={text("subject", dispatch.subject)}
          maxLength={maxDispatchSubjectLength}
          rows={2}
          required
        />
        <TextArea
          name="body"
          label={alone ? say.bodyAlone : say.body}
          hint={say.bodyHint}
          error={errorOf("body")}
          defaultValue={text("body", dispatch.body)}
          maxLength={maxDispatchBodyLength}
          rows={14}
          lang={dispatch.locale}
          required
        />
        <LearnMore about={say.aboutCounts}>{say.countsText}</LearnMore>
        {!alone && (
          <Check
            name="with_names"
            label={say.withNames}
            hint={say.withNamesHint}
            checked={typed ? typed.with_names === "on" : dispatch.withNames}
          />
        )}
        {answer?.stale && <Theirs stale={answer.stale} />}
        <div className="act-row">
          <Button name="intent" value="save">
            {say.save}
          </Button>
          <Button variant="act" name="intent" value="submit">
            {say.submit}
          </Button>
        </div>
        <p className="small muted">{say.submitText}</p>
      </Form>
    </section>
  );
}

function Theirs({ stale }: { stale: NonNullable<Answer["stale"]> }) {
  const { standsNow } = useWords().letterConsole.dispatches;
  return (
    <div className="notice">
      <h3>{standsNow}</h3>
      <p>
        <b>{stale.theirs.subject}</b>
      </p>
      <p className="plain-text">{stale.theirs.body}</p>
    </div>
  );
}
