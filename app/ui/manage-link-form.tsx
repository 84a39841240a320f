import { Button } from "./button.tsx";
import { TextInput } from "./field.tsx";
import { FormInOtherLanguages } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";

/** Asks for the address that a fresh manage link should go to. */
export function ManageLinkForm({ value = "", error }: { value?: string; error?: string | undefined }) {
  const { personal, sign } = useWords();
  const to = useLocalizedPath();
  return (
    <form action={to("/manage")} method="post">
      <TextInput
        name="email"
        type="email"
        label={sign.form.email}
        error={error}
        defaultValue={value}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
      />
      <p className="gap">
        <Button look="act">{personal.manage.askButton}</Button>
      </p>
      <FormInOtherLanguages action="/manage" />
    </form>
  );
}
