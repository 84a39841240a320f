import type { TranslatedPart } from "#app/domain/campaign/translations/translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Diff } from "#app/ui/editing/diff.tsx";
import { EditForm } from "#app/ui/editing/edit-head.tsx";
import { messageFor, TextArea } from "#app/ui/field.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./action.server.ts";
import type { TranslationsPage } from "./load.server.ts";

type Text = TranslationsPage["texts"][number];
type PartFormProps = {
  part: TranslatedPart;
  texts: readonly Text[];
  page: TranslationsPage;
  answer: Answer | undefined;
};

export function PartForm({ part, texts, page, answer }: PartFormProps) {
  const { translations: say } = useWords().editing;
  const rows = texts.map((text) => <Row key={text.key} text={text} page={page} answer={answer} />);
  return (
    <section className="block translations" aria-labelledby={part}>
      <h2 id={part}>{say.parts[part]}</h2>
      {page.mayWrite ? (
        <EditForm key={answer ? "answered" : texts.map(({ version }) => version).join()}>
          {rows}
          <p className="act-row">
            <Button>{say.save}</Button>
          </p>
        </EditForm>
      ) : (
        rows
      )}
    </section>
  );
}

function Row({
  text: one,
  page,
  answer,
}: {
  text: Text;
  page: TranslationsPage;
  answer: Answer | undefined;
}) {
  const { editing } = useWords();
  const { translations: say, history } = editing;
  const {
    key,
    field,
    number,
    text,
    draft,
    translation,
    older,
    state,
    version,
    isPublic,
    isSigned,
    ...rules
  } = one;
  const name = `t_${key}`;
  const language = editing.page.languageNames[page.locale] ?? page.locale;
  const label = [
    number === null ? null : say.numbered[one.part](number),
    history.fields[field] ?? say.fields[field],
  ]
    .filter(Boolean)
    .join(": ");
  const stored = draft ?? translation ?? older?.translation ?? "";
  const error = messageFor(messagesOf({ values: {}, errors: answer?.errors ?? [] }, editing.errors), name);
  return (
    <div className={`language-pair is-${state}`}>
      <div>
        <h3>{label}</h3>
        <p className="original" lang={page.written}>
          {text}
        </p>
        {!isPublic && <p className="small muted">{say.notPublic}</p>}
      </div>
      <div>
        {page.mayWrite ? (
          <>
            <input type="hidden" name={`v_${key}`} value={version} />
            <TextArea
              name={name}
              label={`${language}, ${say.states[state]}`}
              error={error}
              defaultValue={answer?.values?.[name] ?? stored}
              rows={Math.min(12, Math.max(2, Math.ceil(text.length / 44)))}
              lang={page.locale}
            />
          </>
        ) : (
          <>
            <p className="small muted">{`${language}, ${say.states[state]}`}</p>
            <p className="original" lang={page.locale}>
              {stored}
            </p>
          </>
        )}
        {isSigned && <p className="small muted">{say.signed}</p>}
        {!isSigned && rules.needsApproval && (
          <p className="small muted">
            {rules.isInForce ? say.needsApproval : number === null ? say.withPetition : say.withEarlier}
          </p>
        )}
        {older && (
          <details className="asked">
            <summary>{say.older}</summary>
            <div>
              <Diff before={older.text} after={text} />
            </div>
          </details>
        )}
      </div>
    </div>
  );
}
