import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { Form } from "#app/ui/remix.ts";

type CodeFormProps = {
  /** Where the email goes; null when the page no longer knows. */
  email: string | null;
  error?: string | undefined;
};

/** Asks for the sign-in code. Posts to `/sign-in`, also from an invitation. */
export function CodeForm({ email, error }: CodeFormProps) {
  const { signIn } = useWords().organize;
  const isLate = useIsMailLate();
  const kept = email === null ? null : <input type="hidden" name="email" value={email} />;
  return (
    <>
      <ErrorSummary heading={signIn.summary} errors={error ? [{ field: "code", message: error }] : []} />
      <h1 className="form">{signIn.codeTitle}</h1>
      <p className="standfirst" role="status">
        {isLate ? signIn.sentDelayed : email === null ? signIn.sent : signIn.sentTo(email)}
      </p>
      <p className="gap">{isLate ? signIn.codeDelayed : signIn.codeHowLong}</p>
      <Form method="post" action="/sign-in" className="sign-form" noValidate>
        {kept}
        <TextInput
          name="code"
          label={signIn.code}
          hint={signIn.codeHint}
          error={error}
          className="code-input"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
          autoFocus
        />
        <Button variant="act" wide>
          {signIn.enter}
        </Button>
      </Form>
      <div className="block mt-8">
        <p className="small muted">{signIn.again}</p>
        <p className="small muted">{signIn.crowded}</p>
        <div className="cluster loose mt-2">
          {email !== null && (
            <Form method="post" action="/sign-in">
              {kept}
              <button type="submit" className="text-button">
                {signIn.sendAgain}
              </button>
            </Form>
          )}
          <a href="/sign-in?other">{signIn.otherAddress}</a>
        </div>
      </div>
    </>
  );
}
