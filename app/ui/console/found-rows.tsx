import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import { Blank } from "./blank.tsx";

type Why = "found" | "tooShort";

export type FoundSay = {
  found: (rows: number, more: boolean) => string;
  back: string;
  empty: Record<Why, { title: string; text: string }>;
};

/** `next`: the row to continue from, if there are more. */
type Found = { outcome: "found"; more: boolean; isPaged: boolean; next: string | null };

type FoundRowsProps = {
  say: FoundSay;
  found: { typed: string } & (Found | { outcome: "too-short" });
  rows: readonly unknown[];
  /** The address of the whole list. */
  back: string;
  /** The search form's address and hidden fields, if they are others. */
  action?: string;
  hidden?: ReactNode;
  /** The table of results. */
  children: ReactNode;
};

/** Shows how many were found and their rows; or that nobody was found or too little was typed. */
export function FoundRows({ say, found, rows, back, action = back, hidden, children }: FoundRowsProps) {
  const { signatures: pager } = useWords().organize;
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
        <span>{found.isPaged ? pager.rows(rows.length) : say.found(rows.length, found.more)}</span>
        {whole}
      </p>
      {children}
      {found.next && (
        <Form
          method="post"
          action={action}
          className="spread pager border-t-1 border-rule pt-4 text-[0.9375rem]"
        >
          <span className="muted">{pager.rows(rows.length)}</span>
          {hidden}
          <input type="hidden" name="find" value={found.typed} />
          <Button name="older" value={found.next}>
            {pager.older}
          </Button>
        </Form>
      )}
    </>
  );
}

export type FindSay = Record<"find" | "findButton" | "findHint" | "findWhy", string>;

type FindFormProps = {
  say: FindSay;
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
