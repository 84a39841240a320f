import type { ReactNode } from "react";
import { atMost } from "#app/domain/campaigns/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/deed-button.tsx";
import { ChangedFields, changesBetween } from "#app/ui/editing/changed-fields.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { ErrorText, messageFor } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf, wireFields } from "#app/ui/meetings/form-state.ts";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./act.server.ts";
import type { PetitionPage } from "./route.tsx";

type PublishPartProps = {
  page: PetitionPage & { draft: NonNullable<PetitionPage["draft"]> };
  answer: Answer | undefined;
};

/** What the draft changes, whether it still means the same, and what becomes of those who signed before. */
export function PublishPart({ page, answer }: PublishPartProps) {
  const { editing } = useWords();
  const { petition: say } = editing;
  const { draft, inForce, mayManage, mayWrite } = page;
  const wording = ({ summary, body }: { summary: string; body: string }) => ({ summary, body });
  return (
    <section className="edit-part" aria-labelledby="publish">
      <h2 id="publish">{say.publish}</h2>
      {inForce ? (
        <>
          <h3>{say.changes}</h3>
          <ChangedFields fields={changesBetween(wording(inForce), wording(draft))} />
        </>
      ) : (
        <p>{say.first}</p>
      )}
      {mayManage ? (
        <PublishForm page={page} answer={answer} />
      ) : (
        <p className="muted small">{editing.noManage}</p>
      )}
      {mayWrite && (
        <AskedOnce
          intent="drop"
          fields={{ version: draft.version }}
          summary={say.drop}
          text={say.dropText}
          button={say.drop}
        />
      )}
    </section>
  );
}

function PublishForm({ page: { draft, inForce, hasSigners }, answer }: PublishPartProps) {
  const { editing } = useWords();
  const { petition: say } = editing;
  const values = answer?.values?.meaning === undefined && !answer?.errors ? {} : (answer?.values ?? {});
  const form = { values, errors: answer?.errors ?? [] };
  const messages = messagesOf(form, editing.errors);
  const wire = wireFields(form, editing.errors);
  const choice = (name: string, value: string, label: string, hint: string, more?: ReactNode) => (
    <div className="choice" key={value}>
      <input
        type="radio"
        id={`${name}_${value}`}
        name={name}
        value={value}
        defaultChecked={values[name] === value}
        aria-describedby={`${name}_${value}-hint`}
      />
      <label htmlFor={`${name}_${value}`}>{label}</label>
      <p className="hint" id={`${name}_${value}-hint`}>
        {hint}
      </p>
      {more}
    </div>
  );
  return (
    <Form method="post" noValidate className="edit-form">
      <input type="hidden" name="version" value={draft.version} />
      {inForce === null ? (
        <input type="hidden" name="meaning" value="changed" />
      ) : (
        <fieldset className={messageFor(messages, "meaning") ? "field bad" : "field"} id="meaning">
          <legend>{say.meaning}</legend>
          <ErrorText name="meaning" error={messageFor(messages, "meaning")} />
          {choice(
            ...(["meaning", "same", say.same, say.sameHint] as const),
            <CountedArea {...wire("note", say.note, say.noteHint)} most={atMost.note} rows={2} />,
          )}
          {choice(
            ...(["meaning", "changed", say.changed, say.changedHint] as const),
            hasSigners && (
              <fieldset className={messageFor(messages, "earlier") ? "field bad" : "field"} id="earlier">
                <legend>{say.earlier}</legend>
                <ErrorText name="earlier" error={messageFor(messages, "earlier")} />
                {choice("earlier", "apart", say.apart, say.apartHint)}
                {choice(
                  ...(["earlier", "told", say.told, say.toldHint] as const),
                  <CountedArea {...wire("change", say.change, say.changeHint)} most={atMost.note} rows={3} />,
                )}
              </fieldset>
            ),
          )}
        </fieldset>
      )}
      <p className="act-row">
        <Button look="act" name="intent" value="publish">
          {say.button}
        </Button>
      </p>
    </Form>
  );
}
