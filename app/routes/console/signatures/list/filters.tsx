import { Button } from "#app/ui/button.tsx";
import { FindForm as FindInList } from "#app/ui/console/find-form.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { listAddress, type ReadFilter } from "./read-filter.ts";

/** Searches for a signer. */
export const FindForm = ({ typed }: { typed: string }) => (
  <FindInList say={useWords().organize.signatures} action="?" typed={typed} />
);

/** Filters by day of signing, in the address: no person is in it. */
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
