import { Button } from "./button.tsx";
import { useWords } from "./locale.tsx";
import { SignForm, type SignFormProps, type TypedValues } from "./sign-form.tsx";

type SpellingChoiceProps = Omit<SignFormProps, "errors"> & {
  /** The address as it was typed, and the one that was probably meant. */
  suggestion: { typed: string; meant: string };
};

/**
 * Asks once which of two spellings of an address is right. Each is a button that posts all that was
 * typed with `email_choice`; the whole form stands behind them for who means neither.
 */
export function SpellingChoice({
  suggestion: { typed, meant },
  action,
  company,
  values = {},
}: SpellingChoiceProps) {
  const { suggestion } = useWords().sign.form;
  return (
    <>
      <form className="spelling" action={action} method="post" aria-labelledby="spelling-heading">
        <h2 id="spelling-heading">{suggestion.heading}</h2>
        <p>{suggestion.text(typed)}</p>
        <Carried values={values} />
        <Button look="act" name="email_choice" value={meant}>
          {suggestion.use(meant)}
        </Button>
        <Button name="email_choice" value={typed}>
          {suggestion.keep(typed)}
        </Button>
      </form>
      <details className="neither">
        <summary>{suggestion.other}</summary>
        <SignForm action={action} company={company} values={values} />
      </details>
    </>
  );
}

/** What was typed, carried along unseen. */
function Carried({ values }: { values: TypedValues }) {
  return Object.entries(values).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .filter(() => name !== "email_choice")
      .map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
  );
}
