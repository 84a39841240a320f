import { KeptWords } from "#app/ui/kept-words.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";

/** Shows what was typed into a form that cannot be taken now. */
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
