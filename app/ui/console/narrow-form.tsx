import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { Form, Link } from "#app/ui/remix.ts";

type NarrowFormProps = {
  say: Record<"narrow" | "apply" | "clear", string> & { narrowed: (choices: number) => string };
  /** Number of active filters. */
  set: number;
  state: string | null;
  /** The list's address in that state, unfiltered. */
  cleared: string;
  children: ReactNode;
};

/** Filters a list by its address, which names no person. */
export function NarrowForm({ say, set, state, cleared, children }: NarrowFormProps) {
  return (
    <details className="compact" open={set > 0}>
      <summary>
        {say.narrow}
        {set > 0 && <span className="muted"> {say.narrowed(set)}</span>}
      </summary>
      <Form method="get" className="columns">
        {state && <input type="hidden" name="state" value={state} />}
        {children}
        <div className="cluster">
          <Button>{say.apply}</Button>
          {set > 0 && (
            <Link to={cleared} className="clear">
              {say.clear}
            </Link>
          )}
        </div>
      </Form>
    </details>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | null;
  /** Label for no filter. */
  any: string;
  /** Values with their labels. */
  options: readonly (readonly [string, string])[];
};

/** Offers one filter of a list. */
export function Choice({ name, label, value, any, options }: ChoiceProps) {
  return (
    <Select name={name} label={label} defaultValue={value ?? ""}>
      <option value="">{any}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </Select>
  );
}
