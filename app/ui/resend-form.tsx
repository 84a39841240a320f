import { Button } from "./button.tsx";
import { TextInput } from "./field.tsx";
import { FormInOtherLanguages } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";

type ResendFormProps = { slug: string; value?: string; error?: string | undefined };

/** Asks for the address a message should go to again. */
export function ResendForm({ slug, value = "", error }: ResendFormProps) {
  const { personal, sign } = useWords();
  const to = useLocalizedPath();
  return (
    <form action={to(`/c/${slug}/resend`)} method="post">
      <TextInput
        name="email"
        type="email"
        label={sign.form.email}
        hint={personal.inbox.resendHint}
        error={error}
        defaultValue={value}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
      />
      <Button>{personal.inbox.resendButton}</Button>
      <FormInOtherLanguages action={`/c/${slug}/resend`} />
    </form>
  );
}
