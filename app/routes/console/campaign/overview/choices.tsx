import { lengths, type Period, periodAddress, steps } from "#app/domain/activity/period.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";

/** Offers hours or days, and a period: links, so that a view can be bookmarked and sent. */
export function PeriodChoice({ period }: { period: Period }) {
  const { period: say } = useWords().dashboard;
  return (
    <div className="choose">
      <nav aria-label={say.step}>
        {steps.map((step) => (
          <Link
            key={step}
            to={periodAddress({ step, days: step === "hour" ? 1 : 28 })}
            aria-current={step === period.step ? "true" : undefined}
            preventScrollReset
          >
            {say.steps[step]}
          </Link>
        ))}
      </nav>
      <nav aria-label={say.length}>
        {lengths[period.step].map((days) => (
          <Link
            key={days}
            to={periodAddress({ step: period.step, days })}
            aria-current={days === period.days ? "true" : undefined}
            preventScrollReset
          >
            {say.lengths(days)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

type ZoneChoiceProps = { zone: string; zones: readonly string[]; refused: string | null };

/** Asks for a time zone, typed or from a list. */
export function ZoneChoice({ zone, zones, refused }: ZoneChoiceProps) {
  const { zone: say } = useWords().dashboard;
  return (
    <details className="zone" open={refused !== null}>
      <summary>{say.summary(zone)}</summary>
      <Form method="post">
        <label htmlFor="zone">{say.label}</label>
        <p className="small muted" id="zone-hint">
          {say.hint}
        </p>
        {refused !== null && (
          <p className="problem" id="zone-error" role="alert">
            {say.unknown(refused)}
          </p>
        )}
        <div className="row">
          <input
            id="zone"
            name="zone"
            list="zones"
            key={refused ?? zone}
            defaultValue={refused ?? zone}
            autoComplete="off"
            aria-describedby={refused === null ? "zone-hint" : "zone-error zone-hint"}
            aria-invalid={refused === null ? undefined : true}
          />
          <Button>{say.keep}</Button>
        </div>
        <datalist id="zones">
          {zones.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </Form>
    </details>
  );
}
