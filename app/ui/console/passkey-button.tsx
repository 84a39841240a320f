import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";

type PasskeyButtonProps = {
  /** Address of the challenge. */
  ask: string;
  /** The purpose, if not signing in; `register` makes a new passkey. */
  purpose?: string;
  label: string;
  /** The field for the answer, and all else that the form sends. */
  field: string;
  action?: string | undefined;
  fields: readonly (readonly [string, string])[];
};

/** Asks the browser for a passkey and sends its answer with the form. Hidden without passkey support. */
export function PasskeyButton({ ask, purpose, label, field, action, fields }: PasskeyButtonProps) {
  const { passkey: say } = useWords().people;
  const [known, setKnown] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => setKnown("PublicKeyCredential" in window), []);
  if (!known) return null;

  async function use() {
    setProblem(null);
    try {
      const body = new URLSearchParams(purpose === undefined ? {} : { purpose });
      const asked = await fetch(ask, { method: "POST", body });
      if (!asked.ok) throw new Error(String(asked.status));
      const optionsJSON = await asked.json();
      const answer = await (purpose === "register"
        ? startRegistration({ optionsJSON })
        : startAuthentication({ optionsJSON }));
      const input = form.current?.elements.namedItem(field);
      if (!(form.current && input instanceof HTMLInputElement)) return;
      input.value = JSON.stringify(answer);
      form.current.submit();
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      setProblem(name === "InvalidStateError" ? say.known : say.failed);
    }
  }
  return (
    <form ref={form} method="post" action={action} className="passkey my-4">
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name={field} />
      <Button type="button" onClick={use}>
        {label}
      </Button>
      {problem && (
        <p className="err mt-2" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
