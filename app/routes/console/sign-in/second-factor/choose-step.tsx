import { Button } from "#app/ui/button.tsx";
import { PasskeyButton } from "#app/ui/console/passkey-button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type ChooseStepProps = { must: boolean; hasApp: boolean; problem: string | undefined };

/** Explains why, and offers both. */
export function ChooseStep({ must, hasApp, problem }: ChooseStepProps) {
  const { second: say, passkey } = useWords().people;
  return (
    <>
      <ErrorSummary heading={say.summary} errors={problem ? [{ field: "app", message: problem }] : []} />
      <h1 className="form">{say.choose.title}</h1>
      <p className="standfirst">{must ? say.choose.must : say.choose.may}</p>
      <section className="way">
        <h2>{say.choose.app}</h2>
        <p>{say.choose.appText}</p>
        <Form method="post">
          <Button variant="act" name="intent" value="begin" id="app">
            {hasApp ? say.choose.another : say.choose.begin}
          </Button>
        </Form>
      </section>
      <section className="way">
        <h2>{say.choose.passkey}</h2>
        <p>{say.choose.passkeyText}</p>
        <PasskeyButton
          ask="/organize/passkey"
          purpose="register"
          label={passkey.add}
          field="response"
          fields={[["intent", "passkey"]]}
        />
      </section>
    </>
  );
}
