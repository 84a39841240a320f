import { Button } from "./button.tsx";
import { EmailInput } from "./field.tsx";
import { FormInOtherLanguages } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";

type ResendFormProps = { slug: string; value?: string; error?: string | undefined };

/** Asks for the address to send an email to again. */
export function ResendForm({ slug, value = "", error }: ResendFormProps) {
  const { personal, sign } = useWords();
  const to = useLocalizedPath();
  return (
    <form action={to(`/c/${slug}/resend`)} method="post">
      <EmailInput
        name="email"
        label={sign.form.email}
        hint={personal.inbox.resendHint}
        error={error}
        defaultValue={value}
      />
      <Button>{personal.inbox.resendButton}</Button>
      <FormInOtherLanguages action={`/c/${slug}/resend`} />
    </form>
  );
}
