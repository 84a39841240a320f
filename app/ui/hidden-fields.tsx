import type { TypedValues } from "./sign-form.tsx";

/** What was typed, carried along unseen, but for the fields in `except`. */
export function HiddenFields({ values, except = [] }: { values: TypedValues; except?: readonly string[] }) {
  return Object.entries(values).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .filter(() => !except.includes(name))
      .map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
  );
}
