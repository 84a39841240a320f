import { useRef } from "react";
import { maxGreetingLength, maxSubjectLength } from "#app/domain/outgoing/updates/update.ts";
import type { MarkdownError } from "#app/domain/outgoing/updates/words/markdown.ts";
import { findFirstName } from "#app/lib/first-name.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldMessage, messageFor, TextInput } from "#app/ui/field.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextBox } from "#app/ui/text-box.tsx";
import type { Trouble } from "./ask-site.ts";

type TextFieldsProps = {
  locale: string;
  subject: string;
  body: string;
  greeting: string;
  /** The default greeting, which has the first name's field in this language. */
  standard: string;
  /** JavaScript runs. */
  works: boolean;
  hint: string;
  /** Why the body, as saved last, cannot be sent. */
  problems: readonly MarkdownError[];
  errors: readonly FieldMessage[];
};

export function TextFields({ locale, subject, greeting, hint, errors, standard, ...rest }: TextFieldsProps) {
  const { write: say } = useWords().updates;
  const field = findFirstName(standard);
  return (
    <div>
      <p className="hint">{hint}</p>
      <TextInput
        name={`subject_${locale}`}
        label={say.subject}
        hint={say.subjectHint}
        error={messageFor(errors, `subject_${locale}`)}
        defaultValue={subject}
        maxLength={maxSubjectLength}
        lang={locale}
        autoComplete="off"
      />
      <TextInput
        name={`greeting_${locale}`}
        label={say.greeting}
        hint={say.greetingHint(field)}
        error={messageFor(errors, `greeting_${locale}`)}
        defaultValue={greeting}
        maxLength={maxGreetingLength}
        lang={locale}
        autoComplete="off"
      />
      <BodyField {...rest} locale={locale} field={field} error={messageFor(errors, `body_${locale}`)} />
    </div>
  );
}

type BodyFieldProps = Pick<TextFieldsProps, "locale" | "body" | "problems" | "works"> & {
  /** What becomes the reader's first name. */
  field: string;
  error: string | undefined;
};

function BodyField({ locale, body, problems, works, field, error }: BodyFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { updates, common } = { ...useWords() };
  const { write: say } = updates;
  const name = `body_${locale}`;
  const bad = error !== undefined || problems.length > 0;
  return (
    <div className={bad ? "field bad" : "field"}>
      <label htmlFor={name}>{say.body}</label>
      <p className="hint" id={`${name}-hint`}>
        {say.text(field)}
      </p>
      <LearnMore about={say.aboutMarkdown}>{say.markdownText}</LearnMore>
      {bad && (
        <div className="err" id={`${name}-error`}>
          <p>
            <span className="vh">{common.error} </span>
            {problems.length > 0 ? say.lines(problems.length) : error}
          </p>
          {problems.length > 0 && (
            <ul>
              {problems.map(({ line, code, value }) => (
                <li key={`${line} ${code} ${value}`}>
                  {say.line(line, (say.markdown[code] ?? (() => say.unknownProblem(code, value)))(value))}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {works && (
        <p className="mt-3">
          <Button type="button" aria-controls={name} onClick={() => insertAtCursor(box.current, field)}>
            {say.insertName}
          </Button>
        </p>
      )}
      <TextBox
        ref={box}
        id={name}
        name={name}
        defaultValue={body}
        rows={18}
        lang={locale}
        aria-describedby={bad ? `${name}-hint ${name}-error` : `${name}-hint`}
        aria-invalid={bad ? true : undefined}
      />
    </div>
  );
}

/** Types a text where the cursor is, in place of what is selected. */
function insertAtCursor(box: HTMLTextAreaElement | null, text: string) {
  if (!box) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

type EditNoteProps = { trouble: Trouble | undefined; isStale: boolean };

/** Says why a text cannot be saved, visible from every field. */
export function EditNote({ trouble, isStale }: EditNoteProps) {
  const { stale, trouble: say } = useWords().updates;
  return (
    <div className="edit-note">
      {isStale && (
        <p role="alert">
          {stale.title}. <a href="#stale">{stale.look}</a>
        </p>
      )}
      <div role="status">
        {!isStale && trouble && (
          <p>
            {say.save[trouble]}{" "}
            {trouble === "signed-out" && (
              <a href="/sign-in" target="_blank" rel="noreferrer">
                {say.signIn}
              </a>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

/** Lists the claims to cite, each with its code, in the order of the argument. */
export function ClaimNumbers({ claims }: { claims: readonly { number: number; text: string }[] }) {
  const { write } = useWords().updates;
  if (claims.length === 0) return null;
  return (
    <details className="gap">
      <summary>{write.claims(claims.length)}</summary>
      <ul className="plain">
        {claims.map(({ number, text }) => (
          <li key={number}>
            <code>[claim {number}]</code> {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
