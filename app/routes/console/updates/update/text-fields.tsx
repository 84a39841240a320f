import { maxSubjectLength } from "#app/domain/outgoing/updates/update.ts";
import type { MarkdownError } from "#app/domain/outgoing/updates/words/markdown.ts";
import { type FieldMessage, messageFor, TextInput } from "#app/ui/field.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextBox } from "#app/ui/text-box.tsx";
import type { Trouble } from "./ask-site.ts";

type TextFieldsProps = {
  locale: string;
  subject: string;
  body: string;
  hint: string;
  /** Why the body, as saved last, cannot be sent. */
  problems: readonly MarkdownError[];
  errors: readonly FieldMessage[];
};

export function TextFields({ locale, subject, body, hint, problems, errors }: TextFieldsProps) {
  const { write: say } = useWords().updates;
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
      <BodyField
        locale={locale}
        body={body}
        problems={problems}
        error={messageFor(errors, `body_${locale}`)}
      />
    </div>
  );
}

type BodyFieldProps = Pick<TextFieldsProps, "locale" | "body" | "problems"> & { error: string | undefined };

function BodyField({ locale, body, problems, error }: BodyFieldProps) {
  const { updates, common } = { ...useWords() };
  const { write: say } = updates;
  const name = `body_${locale}`;
  const bad = error !== undefined || problems.length > 0;
  return (
    <div className={bad ? "field bad" : "field"}>
      <label htmlFor={name}>{say.body}</label>
      <p className="hint" id={`${name}-hint`}>
        {say.text}
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
      <TextBox
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
