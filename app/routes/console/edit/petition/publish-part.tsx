import type { ReactNode } from "react";
import { atMost } from "#app/domain/campaign/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { ChangedFields, changesBetween } from "#app/ui/editing/changed-fields.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { LanguageGaps } from "#app/ui/editing/language-gaps.tsx";
import { ErrorText, messageFor } from "#app/ui/field.tsx";
import { messagesOf, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./action.server.ts";
import { CountForecast } from "./count-forecast.tsx";
import type { PetitionPage } from "./load.server.ts";

type PublishPartProps = {
  page: PetitionPage & { draft: NonNullable<PetitionPage["draft"]> };
  answer: Answer | undefined;
};

/** Shows what the draft changes, asks if it means the same, and says what becomes of earlier signatures. */
export function PublishPart({ page, answer }: PublishPartProps) {
  const { editing } = useWords();
  const { petition: say } = editing;
  const { draft, inForce, mayManage } = page;
  const wording = ({ summary, body }: { summary: string; body: string }) => ({ summary, body });
  return (
    <section className="block" aria-labelledby="publish">
      <h2 id="publish">{say.publish}</h2>
      {inForce ? (
        <>
          <h3>{say.changes}</h3>
          <ChangedFields fields={changesBetween(wording(inForce), wording(draft))} />
          <LanguageGaps gaps={draft.gaps} slug={page.slug} />
        </>
      ) : (
        <p>{say.first}</p>
      )}
      {mayManage ? (
        <Meanings page={page} answer={answer} />
      ) : (
        <p className="muted small">{editing.noManage}</p>
      )}
    </section>
  );
}

/** A part for each meaning the text can have. Known for a text that could be signed before. */
function Meanings({ page, answer }: PublishPartProps) {
  const { petition: say } = useWords().editing;
  const { draft, inForce } = page;
  const known = draft.like !== null && draft.isSame !== null && say.known(draft.like, draft.isSame);
  if (inForce === null) return <Publish meaning="changed" button={say.button} />;
  return (
    <>
      {known ? <p>{known}</p> : <p>{say.meaning}</p>}
      {draft.isSame !== false && <SameMeaning page={page} answer={answer} />}
      {draft.isSame !== true && <ChangedMeaning page={page} answer={answer} />}
    </>
  );
}

function SameMeaning({ page: { hasSigners }, answer }: PublishPartProps) {
  const { editing } = useWords();
  const { petition: say } = editing;
  const { wire } = formOf(answer, editing.errors);
  return (
    <div className="block">
      <h3>{say.same}</h3>
      <p className="hint">{say.sameHint}</p>
      <CountedArea {...wire("note", say.note, say.noteHint)} most={atMost.note} rows={2} />
      {hasSigners && <p>{say.needsApproval}</p>}
      <Publish meaning="same" button={hasSigners ? say.proposal.ask : say.button} />
    </div>
  );
}

function ChangedMeaning({ page: { draft, hasSigners }, answer }: PublishPartProps) {
  const { editing } = useWords();
  const { petition: say } = editing;
  const { wire, values, messages } = formOf(answer, editing.errors);
  const choice = (value: string, label: string, hint: string, more?: ReactNode) => (
    <div className="choice" key={value}>
      <input
        type="radio"
        id={`earlier_${value}`}
        name="earlier"
        value={value}
        defaultChecked={values.earlier === value}
        aria-describedby={`earlier_${value}-hint`}
      />
      <label htmlFor={`earlier_${value}`}>{label}</label>
      <p className="hint" id={`earlier_${value}-hint`}>
        {hint}
      </p>
      {more}
    </div>
  );
  return (
    <div className="block">
      <h3>{say.changed}</h3>
      <p className="hint">{say.changedHint}</p>
      {hasSigners && <CountForecast forecast={draft.forecast} />}
      {hasSigners && draft.like !== null && <input type="hidden" name="earlier" value="apart" />}
      {hasSigners && draft.like === null && (
        <fieldset className={messageFor(messages, "earlier") ? "field bad" : "field"} id="earlier">
          <legend>{say.earlier}</legend>
          <ErrorText name="earlier" error={messageFor(messages, "earlier")} />
          {choice("apart", say.apart, say.apartHint)}
          {choice(
            "told",
            say.told,
            say.toldHint,
            <CountedArea {...wire("change", say.change, say.changeHint)} most={atMost.note} rows={3} />,
          )}
        </fieldset>
      )}
      {hasSigners && <p>{say.needsApproval}</p>}
      <Publish
        meaning="changed"
        button={hasSigners ? say.proposal.ask : say.button}
        variant={draft.isSame === null ? "plain" : "act"}
      />
    </div>
  );
}

/** What was typed, with its errors. */
function formOf(answer: Answer | undefined, errors: Record<string, string>) {
  const form = { values: answer?.values ?? {}, errors: answer?.errors ?? [] };
  return { values: form.values, messages: messagesOf(form, errors), wire: wireFields(form, errors) };
}

type PublishProps = { meaning: string; button: string; variant?: "act" | "plain" };

const Publish = ({ meaning, button, variant = "act" }: PublishProps) => (
  <p className="act-row">
    <Button variant={variant} name="meaning" value={meaning}>
      {button}
    </Button>
  </p>
);
