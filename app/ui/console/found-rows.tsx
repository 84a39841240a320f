import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Form } from "#app/ui/remix.ts";
import { Blank } from "./blank.tsx";

type Why = "found" | "tooShort";

type FoundRowsProps = {
  say: {
    found: (rows: number, more: boolean) => string;
    back: string;
    empty: Record<Why, { title: string; text: string }>;
  };
  found: { outcome: "found"; more: boolean } | { outcome: "too-short" };
  rows: readonly unknown[];
  /** The address of the whole list. */
  back: string;
  /** The table of results. */
  children: ReactNode;
};

/** Shows how many were found and their rows; or that nobody was found or too little was typed. */
export function FoundRows({ say, found, rows, back, children }: FoundRowsProps) {
  const whole = <a href={back}>{say.back}</a>;
  if (found.outcome === "too-short" || rows.length === 0) {
    return (
      <Blank {...say.empty[found.outcome === "found" ? "found" : "tooShort"]} isAnswer>
        {whole}
      </Blank>
    );
  }
  return (
    <>
      <p className="sentence" role="status">
        <span>{say.found(rows.length, found.more)}</span>
        {whole}
      </p>
      {children}
    </>
  );
}

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
    <search>
      <Form method="post" action={action} className="fields">
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
