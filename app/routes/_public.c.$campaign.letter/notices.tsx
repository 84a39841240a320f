import type { Signing } from "#app/domain/campaigns/campaign.ts";
import type { TypedValues } from "#app/http/form.server.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Why no letter is taken now: the campaign is closed, or the page does not say yet who asks. */
export function LettersNotOpen({ signing }: { signing: Exclude<Signing, { outcome: "open" }> }) {
  const { letter, sign } = useWords();
  const { heading, text } = signing.outcome === "closed" ? letter.closed : letter.notOpen;
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

/** What someone wrote into a form that cannot be taken now, for them to copy. */
export function Typed({ values }: { values: TypedValues }) {
  const { letter } = useWords();
  const { begin, form } = letter;
  const typed = [
    { term: form.name, detail: values.name },
    { term: form.email, detail: values.email },
    { term: begin.who, detail: values.who },
    { term: begin.why, detail: values.why },
    { term: form.body, detail: values.body && <span className="words">{values.body}</span> },
  ].filter(({ detail }) => detail);
  if (typed.length === 0) return null;
  return (
    <section>
      <h2 className="kept">{letter.typed}</h2>
      <DefinitionList items={typed} />
    </section>
  );
}
