import { Button } from "./button.tsx";
import { EmailInput } from "./field.tsx";
import { FormInOtherLanguages } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";

type ResendFormProps = {
  slug: string;
  value?: string;
  /** `value` was just typed in another form, so it is not asked for again. */
  typed?: boolean;
  error?: string | undefined;
};

/** Sends the email again to an address, which it asks for unless it was just typed. */
export function ResendForm({ slug, value = "", typed = false, error }: ResendFormProps) {
  const { personal, sign } = useWords();
  const to = useLocalizedPath();
  return (
    <form action={to(`/c/${slug}/resend`)} method="post">
      {typed ? (
        <input type="hidden" name="email" value={value} />
      ) : (
        <EmailInput
          name="email"
          label={sign.form.email}
          hint={personal.inbox.resendHint}
          error={error}
          defaultValue={value}
        />
      )}
      <Button>{personal.inbox.resendButton}</Button>
      <FormInOtherLanguages action={`/c/${slug}/resend`} />
    </form>
  );
}
