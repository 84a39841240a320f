import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Form } from "#app/ui/remix.ts";

type FindFormProps = {
  say: Record<"find" | "findButton" | "findHint" | "findWhy", string>;
  action: string;
  typed: string;
  /** Hidden fields. */
  children?: ReactNode;
};

/** Searches a list for a person. A POST, so that no name is in an address. */
export function FindForm({ say, action, typed, children }: FindFormProps) {
  return (
    <search className="find">
      <Form method="post" action={action}>
        {children}
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
