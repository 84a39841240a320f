import type { Signing } from "#app/domain/campaign/campaign.ts";
import { useAnswerTitle } from "#app/ui/answer-title.tsx";
import { KeptWords } from "#app/ui/kept-words.tsx";
import { useCameBack } from "#app/ui/language.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";

/** Why no letter is taken now: the campaign is closed, or the page does not say yet who asks. */
export function LettersNotOpen({ signing }: { signing: Exclude<Signing, { outcome: "open" }> }) {
  const { letter, sign } = useWords();
  const { heading, text } = signing.outcome === "closed" ? letter.closed : letter.notOpen;
  useAnswerTitle(useCameBack() ? { says: heading } : {});
  return (
    <div className="notice">
      <h2>{heading}</h2>
      <p>{text}</p>
      {signing.outcome === "not-open" && (
        <ul>
          {signing.missing.map((what) => (
            <li key={what}>{sign.form.notOpen.missing[what]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What someone wrote into a form that cannot be taken now. */
export function Typed({ action, values }: { action: string; values: TypedValues }) {
  const { begin, form } = useWords().letter;
  const items = [
    { term: form.name, detail: values.name },
    { term: form.email, detail: values.email },
    { term: begin.who, detail: values.who },
    { term: begin.why, detail: values.why },
    { term: form.body, detail: values.body && <span className="words">{values.body}</span> },
  ];
  return <KeptWords action={action} values={values} items={items} />;
}
