import { wholePledgeList } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { choices, listAddress, narrowing, type ReadFilter } from "./read-filter.ts";

/** Looks for a holder, in the body of a form. */
export function FindForm({ typed, year }: { typed: string; year: number }) {
  const { pledgeList: say } = useWords();
  return (
    <search className="find">
      <Form method="post" action={`?meeting=${year}`}>
        <Field name="find" label={say.find}>
          {(wiring) => (
            <input
              type="search"
              {...wiring}
              key={typed}
              defaultValue={typed}
              aria-describedby="find-why"
              autoComplete="off"
              spellCheck={false}
              maxLength={300}
            />
          )}
        </Field>
        <Button>{say.findButton}</Button>
      </Form>
      <p className="hint" id="find-why">
        {say.findHint} {say.findWhy}
      </p>
    </search>
  );
}

type NarrowFormProps = { read: ReadFilter; year: number; years: readonly number[] };

/** What the list is narrowed down to, in the address: no person and no holding is in it. */
export function NarrowForm({ read: { filter }, year, years }: NarrowFormProps) {
  const { pledgeList: say } = useWords();
  const set = narrowing(filter);
  const wordsOf = {
    kind: say.kinds,
    holding: say.holdings,
    verification: say.verifications,
    willing: say.willing,
    outcome: say.outcomes,
  };
  return (
    <details className="narrow-list" open={set > 0}>
      <summary>
        {say.narrow}
        {set > 0 && <span className="muted"> {say.narrowed(set)}</span>}
      </summary>
      <Form method="get" key={JSON.stringify(filter)}>
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        {years.length > 1 && (
          <Select name="meeting" label={say.filters.meeting} defaultValue={String(year)}>
            {years.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        )}
        {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
          <Select key={name} name={name} label={say.filters[name]} defaultValue={filter[name] ?? ""}>
            <option value="">{say.any}</option>
            {choices[name].map((value) => (
              <option key={value} value={value}>
                {(wordsOf[name] as Record<string, string>)[value]}
              </option>
            ))}
          </Select>
        ))}
        {(["from", "to"] as const).map((name) => (
          <Field key={name} name={name} label={say.filters[name]}>
            {(wiring) => <input type="date" {...wiring} defaultValue={filter[name] ?? ""} />}
          </Field>
        ))}
        <div className="narrow-acts">
          <Button>{say.apply}</Button>
          {set > 0 && (
            <Link to={listAddress(year, { ...wholePledgeList, state: filter.state })} className="clear">
              {say.clear}
            </Link>
          )}
        </div>
      </Form>
    </details>
  );
}
