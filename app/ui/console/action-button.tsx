import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/remix.ts";

type ActionButtonProps = {
  intent: string;
  variant?: "act" | "danger" | "plain";
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

type AskedOnceProps = Pick<ActionButtonProps, "intent" | "fields" | "encType" | "variant"> & {
  summary: string;
  text: string;
  button: string;
};

/**
 * Asks before an action: the first press explains it, the second does it. Red, unless given another variant
 * because it can be undone.
 */
export function AskedOnce({ summary, text, button, variant = "danger", ...action }: AskedOnceProps) {
  return (
    <details className="asked">
      <summary>{summary}</summary>
      <div>
        <p>{text}</p>
        <ActionButton variant={variant} {...action}>
          {button}
        </ActionButton>
      </div>
    </details>
  );
}
