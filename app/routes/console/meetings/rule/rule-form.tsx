import { tierRows } from "#app/domain/campaign/meetings/co-filing-tiers.ts";
import { Button } from "#app/ui/button.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { type FormState, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { SourceFields } from "#app/ui/meetings/source-fields.tsx";
import { Form } from "#app/ui/remix.ts";

type RuleFormProps = {
  /** Fingerprint of the rule when this edit began. */
  seen: string;
  form: FormState;
};

/** Asks for all of Rule 14a-8. */
export function RuleForm({ seen, form }: RuleFormProps) {
  const { rule: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  const periods = [
    wire("price_window_days", say.facts.window, say.windowHint),
    wire("words_at_most", say.facts.words, say.wordsHint),
    wire("cure_days", say.facts.cure, say.cureHint),
  ];
  return (
    <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="change">
      <h2 id="change">{say.change}</h2>
      <input type="hidden" name="seen" value={seen} />
      <section className="step">
        <span className="n">1</span>
        <h3>{say.step.tiers}</h3>
        <p>{say.tiersText}</p>
        {tierRows.map((n) => (
          <div key={n} className="pair">
            <TextInput {...wire(`dollars_${n}`, say.amount(n))} inputMode="numeric" maxLength={15} />
            <TextInput {...wire(`years_${n}`, say.held(n))} inputMode="numeric" maxLength={2} />
          </div>
        ))}
      </section>
      <section className="step">
        <span className="n">2</span>
        <h3>{say.step.periods}</h3>
        <div className="short">
          {periods.map((wiring) => (
            <TextInput key={wiring.name} {...wiring} inputMode="numeric" maxLength={4} required />
          ))}
        </div>
      </section>
      <section className="step">
        <span className="n">3</span>
        <h3>{say.step.source}</h3>
        <SourceFields form={form} />
        <div className="act-row">
          <Button variant="act">{say.save}</Button>
        </div>
      </section>
    </Form>
  );
}
