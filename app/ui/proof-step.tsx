import { useAnswerTitle } from "./answer-title.tsx";
import { Button } from "./button.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { FormInOtherLanguages } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";
import type { TypedValues } from "./sign-form.tsx";

type ProofStepProps = {
  /** The challenge, as JSON. */
  challenge: string;
  /** The form's address, without language. */
  action: string;
  values: TypedValues;
  /** A signature without the calculation is reviewed; another form is not. */
  of?: "signature" | "form";
};

/**
 * Submits the form when the risk is raised: `/proof.js` does a short calculation first; without JavaScript a
 * button sends it as it is. What was typed is kept.
 */
export function ProofStep({ challenge, action, values, of = "signature" }: ProofStepProps) {
  const { proof: say } = useWords().sign.form;
  const to = useLocalizedPath();
  useAnswerTitle({ says: say.heading });
  return (
    <form
      className="spelling"
      action={to(action)}
      method="post"
      aria-labelledby="proof-heading"
      data-proof={challenge}
    >
      <h2 id="proof-heading">{say.heading}</h2>
      <p>{say.text}</p>
      <HiddenFields values={values} except={["proof", "without_proof"]} />
      <input type="hidden" name="proof" value="" />
      <p role="status" data-working={say.working} />
      <div data-otherwise>
        <p>
          {say.otherwise} {of === "signature" && say.reviewed}
        </p>
        <Button variant="act" name="without_proof" value="on">
          {of === "signature" ? say.button : say.send}
        </Button>
      </div>
      <FormInOtherLanguages action={action} />
      <script src="/proof.js" defer />
    </form>
  );
}
