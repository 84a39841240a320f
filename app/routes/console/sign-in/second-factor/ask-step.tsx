import { Button } from "#app/ui/button.tsx";
import { PasskeyButton } from "#app/ui/console/passkey-button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type AskStepProps = { page: { hasApp: boolean; hasPasskey: boolean }; problem: string | undefined };

export function AskStep({ page, problem }: AskStepProps) {
  const { ask: say, summary } = useWords().people.second;
  const { passkey } = useWords().people;
  return (
    <>
      <ErrorSummary heading={summary} errors={problem ? [{ field: "code", message: problem }] : []} />
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{page.hasApp ? say.text : say.textPasskey}</p>
      {page.hasPasskey && (
        <PasskeyButton
          ask="/organize/passkey"
          purpose="second-step"
          label={passkey.use}
          field="response"
          fields={[]}
        />
      )}
      <Form method="post" className="sign-form" noValidate>
        <TextInput
          name="code"
          label={page.hasApp ? say.code : say.recoveryCode}
          hint={page.hasApp ? say.codeHint : say.recoveryHint}
          error={problem}
          className="code-input"
          autoComplete="one-time-code"
          maxLength={40}
          required
          autoFocus={!page.hasPasskey}
        />
        <Button variant="act" wide>
          {say.enter}
        </Button>
      </Form>
      <p className="gap small muted">{say.lost}</p>
    </>
  );
}
