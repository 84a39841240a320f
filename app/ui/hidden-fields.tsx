import type { TypedValues } from "./sign-form.tsx";

/** Keeps what was typed in hidden fields, except those in `except`. */
export function HiddenFields({ values, except = [] }: { values: TypedValues; except?: readonly string[] }) {
  return Object.entries(values).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .filter(() => !except.includes(name))
      .map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
  );
}
