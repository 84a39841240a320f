import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { listAddress, type ReadFilter } from "./read-filter.ts";

/** Looks for a person, in the body of a form. */
export function FindForm({ typed }: { typed: string }) {
  const { signatures: say } = useWords().organize;
  return (
    <search className="find">
      <Form method="post" action="?">
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

/** The days of signing, in the address: no person is in them. */
export function DateFilter({ filter }: { filter: ReadFilter }) {
  const { signatures: say } = useWords().organize;
  const days = ["from", "to"] as const;
  return (
    <Form method="get" className="days" key={`${filter.from}-${filter.to}`}>
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      {days.map((name) => (
        <Field key={name} name={name} label={say[name]}>
          {(wiring) => <input type="date" {...wiring} defaultValue={filter[name] ?? ""} />}
        </Field>
      ))}
      <Button>{say.apply}</Button>
      {(filter.from || filter.to) && (
        <Link to={listAddress({ state: filter.state })} className="clear">
          {say.clear}
        </Link>
      )}
    </Form>
  );
}
