import { Button } from "#app/ui/button.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { type FormState, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { SourceFields } from "#app/ui/meetings/source-fields.tsx";
import { Form } from "#app/ui/remix.ts";

/** Asks for figures. `inDollars`: shares are priced in dollars; other prices are not used. */
export function FiguresForm({ form, inDollars }: { form: FormState; inDollars: boolean }) {
  const { figures: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  const exact = { autoComplete: "off", maxLength: 30, optional: true } as const;
  return (
    <Form method="post" reloadDocument className="keep-form" noValidate aria-labelledby="add">
      <h2 id="add">{say.add}</h2>
      <section className="step">
        <span className="n">1</span>
        <h3>{say.step.figures}</h3>
        <div className="short">
          <TextInput
            {...wire("shares_outstanding", say.shares, say.sharesHint)}
            inputMode="numeric"
            {...exact}
          />
          {inDollars && (
            <>
              <TextInput {...wire("price", say.price, say.priceHint)} inputMode="decimal" {...exact} />
              <TextInput {...wire("price_high_60d", say.high, say.highHint)} inputMode="decimal" {...exact} />
            </>
          )}
        </div>
      </section>
      <section className="step">
        <span className="n">2</span>
        <h3>{say.step.source}</h3>
        <SourceFields form={form} />
        <div className="act-row">
          <Button variant="act">{say.button}</Button>
        </div>
      </section>
    </Form>
  );
}
