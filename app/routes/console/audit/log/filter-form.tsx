import { auditKinds } from "#app/domain/record/audit.ts";
import type { AuditFilter } from "#app/domain/record/list-entries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { auditAddress } from "./read-filter.ts";

type FilterFormProps = {
  filter: AuditFilter;
  actors: readonly { id: string; name: string }[];
  narrowed: boolean;
  all: boolean;
};

/** Filters the log; the filter is in the address, and names nobody. */
export function FilterForm({ filter, actors, narrowed, all }: FilterFormProps) {
  const { audit: say } = useWords();
  return (
    <Form method="get" className="filters fields compact" key={auditAddress(filter)}>
      {filter.scope === "site" && <input type="hidden" name="scope" value="site" />}
      {all && (
        <Select name="who" label={say.filter.who} defaultValue={filter.who ?? ""}>
          <option value="">{say.filter.everybody}</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {(["operator", "supporter", "system"] as const).map((id) => (
            <option key={id} value={id}>
              {say.actors[id]}
            </option>
          ))}
        </Select>
      )}
      <Select name="kind" label={say.filter.kind} defaultValue={filter.kind ?? ""}>
        <option value="">{say.filter.everything}</option>
        {auditKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say.kinds[kind]}
          </option>
        ))}
      </Select>
      {(["from", "to"] as const).map((name) => (
        <Field key={name} name={name} label={say.filter[name]}>
          {(wiring) => <input type="date" {...wiring} defaultValue={filter[name] ?? ""} />}
        </Field>
      ))}
      {filter.subject && <input type="hidden" name="subject" value={filter.subject} />}
      <div className="acts">
        <Button>{say.filter.apply}</Button>
        {narrowed && (
          <Link to={auditAddress({ scope: filter.scope })} className="clear">
            {say.filter.clear}
          </Link>
        )}
      </div>
    </Form>
  );
}
