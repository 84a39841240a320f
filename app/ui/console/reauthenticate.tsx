import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { writeMoment } from "./moment.tsx";
import { PasskeyButton } from "./passkey-button.tsx";

type ReauthenticateProps = {
  asked: {
    kind: string;
    campaignId: number | null;
    problem: string | null;
    until: string | null;
    mailed: boolean;
    hasApp: boolean;
    hasPasskey: boolean;
    byMail: boolean;
    fields: readonly (readonly [string, string])[];
  };
};

/**
 * Asks the person signed in to reauthenticate, in place of the page whose button was pressed; then does what
 * that button sent.
 */
export function Reauthenticate({ asked }: ReauthenticateProps) {
  const { proof: say, passkey } = useWords().people;
  const { problem, until, hasApp, hasPasskey, byMail, mailed, fields } = asked;
  const problemText = problem === null ? undefined : (say.problems[problem] ?? say.problems.wrong);
  const message = problemText && until ? `${problemText} ${say.until(writeMoment(until))}` : problemText;
  const purpose = asked.campaignId === null ? asked.kind : `${asked.kind} ${asked.campaignId}`;
  const kept = fields.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
  const isLate = useIsMailLate();
  const takesCode = !byMail || mailed;
  const kind = byMail ? "mailed" : hasApp ? "app" : "recovery";
  return (
    <div className="prove max-w-136">
      <ErrorSummary
        heading={say.summary}
        errors={message ? [{ field: takesCode ? "proof_code" : "proof_mail", message }] : []}
      />
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{say.what[asked.kind] ?? say.what.security}</p>
      {mailed && <p role="status">{isLate ? say.mailedDelayed : say.mailed}</p>}
      {hasPasskey && (
        <PasskeyButton
          ask="/organize/passkey"
          purpose={purpose}
          label={passkey.use}
          field="proof_response"
          fields={fields}
        />
      )}
      {takesCode && (
        <form method="post" className="sign-form" noValidate>
          {kept}
          <TextInput
            name="proof_code"
            label={say.code[kind]}
            hint={say.hint[kind]}
            error={message}
            className="code-input"
            autoComplete="one-time-code"
            maxLength={40}
            required
            autoFocus
          />
          <Button variant="act" wide>
            {say.go}
          </Button>
        </form>
      )}
      {byMail && (
        <form method="post" className="gap">
          {kept}
          <Button name="proof_mail" value="on" id="proof_mail" variant={mailed ? "plain" : "act"}>
            {mailed ? say.mailAgain : say.mail}
          </Button>
        </form>
      )}
      <p className="gap small muted">{say.howLong}</p>
    </div>
  );
}
