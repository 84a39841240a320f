import { periods } from "#app/domain/base/periods.ts";
import { monthsAfterClosing } from "#app/domain/upkeep/retention/retention.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import { DueTable } from "./due-table.tsx";

type OpenProps = {
  tried: { months: number; erasesOn: string; due: Record<string, number> } | null;
  /** What was typed but could not be read. */
  typed: string | string[] | undefined;
  others: readonly string[];
};

/** Explains closing, offers a dry run, and after it the button that asks for closing. */
export function Open({ tried, typed, others }: OpenProps) {
  const { steps, form, dryRun: say } = useWords().closing;
  const locale = useLocale();
  const months = tried?.months ?? monthsAfterClosing.usual;
  const day = tried && formatDate(locale, tried.erasesOn);
  return (
    <>
      <section className="sheet">
        <h2>{steps.title}</h2>
        <dl className="facts ruled">
          {steps.rows(day, months, periods.unconfirmedDays).map(([when, what]) => (
            <div key={when}>
              <dt>{when}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Form method="post" className="sheet" preventScrollReset>
        <TextInput
          name="months"
          label={form.months}
          hint={form.hint}
          type="number"
          min={1}
          max={monthsAfterClosing.atMost}
          required
          className="few"
          defaultValue={typeof typed === "string" ? typed : months}
        />
        <Button name="intent" value="try" variant={tried ? "plain" : "act"}>
          {form.try}
        </Button>
      </Form>
      {tried && day && (
        <section className="sheet" aria-labelledby="dry-run">
          <h2 id="dry-run">{say.title}</h2>
          <p role="status">
            {say.text} {say.erases(day)}:
          </p>
          <DueTable due={tried.due} />
          <p>{others.length > 0 ? say.askText(others) : say.askAloneText}</p>
          <ActionButton intent="ask" variant="act" fields={{ months: tried.months }}>
            {say.ask}
          </ActionButton>
        </section>
      )}
    </>
  );
}
