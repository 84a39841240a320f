import { Button } from "./button.tsx";
import { EmailInput } from "./field.tsx";
import { FormInOtherLanguages } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";

/** Asks for the address to send a new manage link to. */
export function ManageLinkForm({ value = "", error }: { value?: string; error?: string | undefined }) {
  const { personal, sign } = useWords();
  const to = useLocalizedPath();
  return (
    <form action={to("/manage")} method="post">
      <EmailInput name="email" label={sign.form.email} error={error} defaultValue={value} />
      <p className="gap">
        <Button variant="act">{personal.manage.askButton}</Button>
      </p>
      <FormInOtherLanguages action="/manage" />
    </form>
  );
}
