import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { Form } from "#app/ui/remix.ts";

type AppStepProps = { begun: { secret: string; uri: string }; problem: string | undefined };

/** Shows the secret as picture and text, and asks for its first code. */
export function AppStep({ begun, problem }: AppStepProps) {
  const { app: say, summary } = useWords().people.second;
  return (
    <>
      <ErrorSummary heading={summary} errors={problem ? [{ field: "code", message: problem }] : []} />
      <h1 className="form">{say.title}</h1>
      <ol className="ways">
        <li>
          <p>{say.scan}</p>
          <div className="enrol">
            <QrCode text={begun.uri} label={say.picture} />
            <div>
              <p className="small muted">{say.byHand}</p>
              <p className="secret">
                <code>{begun.secret.match(/.{1,4}/g)?.join(" ")}</code>
              </p>
              <p className="small">
                <a href={begun.uri}>{say.open}</a>
              </p>
            </div>
          </div>
        </li>
        <li>
          <Form method="post" noValidate>
            <TextInput
              name="code"
              label={say.code}
              hint={say.codeHint}
              error={problem}
              className="code-input"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              required
            />
            <Button variant="act" wide name="intent" value="confirm">
              {say.confirm}
            </Button>
          </Form>
        </li>
      </ol>
      <Form method="post" className="gap">
        <Button name="intent" value="begin">
          {say.again}
        </Button>
      </Form>
    </>
  );
}
