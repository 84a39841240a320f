import { Button } from "#app/ui/button.tsx";
import { PasskeyButton } from "#app/ui/console/passkey-button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

/** Asks whom to email a code. */
export function AddressStep({ email, error }: { email: string | null; error: string | undefined }) {
  const {
    organize: { signIn },
    people,
  } = useWords();
  return (
    <>
      <ErrorSummary heading={signIn.summary} errors={error ? [{ field: "email", message: error }] : []} />
      <h1 className="form">{signIn.title}</h1>
      <p className="standfirst">{signIn.text}</p>
      <Form method="post" action="/sign-in" className="sign-form" noValidate>
        <TextInput
          name="email"
          type="email"
          label={signIn.email}
          hint={signIn.emailHint}
          error={error}
          defaultValue={email ?? ""}
          autoComplete="email"
          maxLength={254}
          required
        />
        <Button variant="act" wide>
          {signIn.send}
        </Button>
      </Form>
      <PasskeyButton
        ask="/sign-in/passkey"
        label={people.passkey.signIn}
        field="response"
        action="/sign-in"
        fields={[]}
      />
      <p className="gap small muted">{signIn.notOrganizer}</p>
    </>
  );
}
