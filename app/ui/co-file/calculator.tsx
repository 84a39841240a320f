import type { CoFilingOnPage } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import { firstHeldMonth, sharesRanges, tenureBuckets } from "#app/domain/entries/pledges/pledge.ts";
import { Button } from "#app/ui/button.tsx";
import { Select, TextInput } from "#app/ui/field.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { type FormState, lineOf } from "#app/ui/pledge/form-state.ts";
import { formatDay } from "./format.ts";

type CalculatorProps = {
  action: string;
  state: FormState;
  askPrice: CoFilingOnPage["askPrice"];
  /** The current month, `YYYY-MM`. */
  month: string;
  answered: boolean;
  /** This form was returned, not the one for the papers. */
  cameBack: boolean;
};

/** Asks what a holder has and since when, each exactly or roughly, and for a price if none is usable. */
export function Calculator({ action, state, askPrice, month, answered, cameBack }: CalculatorProps) {
  const { coFile, common, pledge } = useWords();
  const { form } = coFile;
  const locale = useLocale();
  const to = useLocalizedPath();
  const bad = (...names: string[]) => state.errors.some(({ field }) => names.includes(field));
  return (
    <form className="pledge-form" action={to(action)} method="post">
      <fieldset className={bad("shares", "shares_bucket") ? "ask bad" : "ask"}>
        <legend>{form.shares}</legend>
        <div className="either">
          <TextInput
            {...lineOf(state, "shares")}
            label={form.number}
            inputMode="decimal"
            autoComplete="off"
            maxLength={19}
          />
          <Select {...lineOf(state, "shares_bucket")} label={form.bucket}>
            <option value="">{form.noBucket}</option>
            {sharesRanges.map((bucket) => (
              <option key={bucket} value={bucket}>
                {pledge.second.buckets[bucket]}
              </option>
            ))}
          </Select>
        </div>
        <p className="hint">{form.sharesHint}</p>
      </fieldset>
      <fieldset className={bad("held_since_month", "tenure_bucket") ? "ask bad" : "ask"}>
        <legend>{form.since}</legend>
        <div className="either">
          <TextInput
            {...lineOf(state, "held_since_month")}
            type="month"
            label={form.month}
            min={firstHeldMonth}
            max={month}
            placeholder={common.monthShape}
            autoComplete="off"
          />
          <Select {...lineOf(state, "tenure_bucket")} label={form.tenure}>
            <option value="">{form.noTenure}</option>
            {tenureBuckets.map((bucket) => (
              <option key={bucket} value={bucket}>
                {pledge.second.tenures[bucket]}
              </option>
            ))}
          </Select>
        </div>
        <p className="hint">{form.sinceHint}</p>
      </fieldset>
      {askPrice && (
        <div className="ask">
          <TextInput
            {...lineOf(state, "price")}
            label={form.price}
            hint={
              askPrice.why === "no-price"
                ? form.priceHint["no-price"]
                : form.priceHint["price-stale"](formatDay(locale, askPrice.asOf))
            }
            inputMode="decimal"
            autoComplete="off"
            maxLength={15}
          />
        </div>
      )}
      <Button variant="act" wide>
        {answered ? form.again : form.button}
      </Button>
      <FormInOtherLanguages action={action} always unsent={!cameBack} />
      <p className="next">{coFile.privacy}</p>
    </form>
  );
}
