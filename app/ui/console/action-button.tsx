import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/remix.ts";

type ActionButtonProps = {
  intent: string;
  variant?: "act" | "plain";
  /** Hidden fields. */
  fields?: Record<string, string | number>;
  /** For a page that takes a file. */
  encType?: "multipart/form-data";
  children: ReactNode;
};

/** Posts one intent. */
export function ActionButton({
  intent,
  variant = "plain",
  fields = {},
  encType,
  children,
}: ActionButtonProps) {
  return (
    <Form method="post" preventScrollReset {...(encType && { encType })}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant} name="intent" value={intent}>
        {children}
      </Button>
    </Form>
  );
}

type AskedOnceProps = Pick<ActionButtonProps, "intent" | "fields" | "encType"> & {
  summary: string;
  text: string;
  button: string;
};

/** Asks before an action that cannot be undone: the first press explains it, the second does it. */
export function AskedOnce({ summary, text, button, ...action }: AskedOnceProps) {
  return (
    <details className="asked">
      <summary>{summary}</summary>
      <div>
        <p>{text}</p>
        <ActionButton {...action}>{button}</ActionButton>
      </div>
    </details>
  );
}
