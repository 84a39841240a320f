import type { ComponentProps, ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { RecipientChoice } from "#app/ui/console/recipient-choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type ChosenAloneProps = {
  recipients: ComponentProps<typeof RecipientChoice>["recipients"];
  /** Public id of the recipient in a returned form. */
  chosen: string | undefined;
  draftId: string;
  /** The list's address, with its filter. */
  address: string;
  children: ReactNode;
};

/** Wraps a table of letters with the form for the chosen ones. Without a recipient there is no form. */
export function ChosenAlone({ recipients, chosen, draftId, address, children }: ChosenAloneProps) {
  const { alone: say } = useWords().letterConsole.dispatches;
  const [only] = recipients;
  if (!only) return children;
  return (
    <Form method="post" action={address === "?" ? "?index" : `${address}&index`}>
      {children}
      <div className="chosen">
        <p className="small muted">{say.text}</p>
        <input type="hidden" name="draft" value={draftId} />
        {recipients.length === 1 ? (
          <input type="hidden" name="recipient" value={only.publicId} />
        ) : (
          <RecipientChoice label={say.to} recipients={recipients} chosen={chosen} />
        )}
        <Button name="intent" value="draft">
          {say.button}
        </Button>
      </div>
    </Form>
  );
}
