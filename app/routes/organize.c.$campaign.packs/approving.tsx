import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./act.server.ts";
import type { ShownPack } from "./pack-entry.tsx";

type ApprovingProps = { pack: ShownPack; approvers: readonly string[]; answer: Answer | undefined };

/** The approval of somebody else, or, for the only one who can, of oneself by a mailed code. */
export function Approving({ pack, approvers, answer }: ApprovingProps) {
  const { packs: say } = useWords().packs;
  switch (pack.approving) {
    case "yes":
      return (
        <PackForm pack={pack}>
          <Button look="act" name="intent" value="approve">
            {say.approve}
          </Button>
          <p className="hint">{say.approveText}</p>
        </PackForm>
      );
    case "own":
      return <p>{say.own(approvers)}</p>;
    case "alone":
      return <Alone pack={pack} answer={answer} />;
    default:
      return <p>{say.noRight}</p>;
  }
}

function Alone({ pack, answer }: Omit<ApprovingProps, "approvers">) {
  const { packs: say } = useWords().packs;
  const code = answer?.errors?.find(({ field }) => field === "code")?.code;
  const message = code === undefined ? undefined : (say.errors[code] ?? say.errors.code);
  return (
    <>
      <p>{say.alone.text}</p>
      {(pack.codeAsked || message) && (
        <PackForm pack={pack}>
          <TextInput
            name="code"
            label={say.alone.code}
            hint={say.alone.codeHint}
            error={message}
            className="code-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
          />
          <Button look="act" name="intent" value="approve-alone">
            {say.alone.approve}
          </Button>
        </PackForm>
      )}
      <PackForm pack={pack}>
        <Button name="intent" value="ask-code" look={pack.codeAsked ? "plain" : "act"}>
          {pack.codeAsked ? say.alone.again : say.alone.ask}
        </Button>
      </PackForm>
    </>
  );
}

function PackForm({ pack, children }: { pack: ShownPack; children: ReactNode }) {
  return (
    <Form method="post" noValidate preventScrollReset>
      <input type="hidden" name="pack" value={pack.publicId} />
      {children}
    </Form>
  );
}
