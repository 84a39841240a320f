import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";

type ConfirmFormProps = {
  say: Record<"button" | "notMe" | "notMeText" | "neverButton", string>;
  digest: string;
  /** What confirming does. */
  children: ReactNode;
};

/** Confirms what the page displays, with a way out for somebody who did not write it. */
export function ConfirmForm({ say, digest, children }: ConfirmFormProps) {
  return (
    <>
      <form method="post">
        <input type="hidden" name="digest" value={digest} />
        <Button variant="act" wide>
          {say.button}
        </Button>
      </form>
      <p className="small muted gap">{children}</p>
      <details className="gap">
        <summary>{say.notMe}</summary>
        <p className="small">{say.notMeText}</p>
        <form method="post">
          <Button name="intent" value="never">
            {say.neverButton}
          </Button>
        </form>
      </details>
    </>
  );
}
