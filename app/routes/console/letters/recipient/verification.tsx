import { verifiedByAtMost, verifiedWhereAtMost } from "#app/domain/campaign/recipients/recipient.ts";
import { Button } from "#app/ui/button.tsx";
import { writeDay } from "#app/ui/console/moment.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { wireFields } from "#app/ui/meetings/form-state.ts";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./act.server.ts";
import type { RecipientPage } from "./load.server.ts";

type VerificationProps = { page: RecipientPage; answer: Answer | undefined };

/** Says who vouches for a recipient's address, or lets an owner do so. */
export function Verification({ page, answer }: VerificationProps) {
  const { recipients: say } = useWords().letterConsole;
  const { verified, postalAddress, email } = page.recipient;
  return (
    <div>
      <section className="letter-part" aria-labelledby="address">
        <h2 id="address">{verified === null ? say.one.what : say.one.verified}</h2>
        <address className="office-address">
          <b>{email}</b>
          {postalAddress && <span>{postalAddress}</span>}
        </address>
        {verified === null ? (
          <p className="notice">{say.unverifiedMeans}</p>
        ) : (
          <DefinitionList
            items={[
              { term: say.one.facts.by, detail: verified.by },
              { term: say.one.facts.on, detail: writeDay(verified.at) },
              { term: say.one.facts.where, detail: linked(verified.where) },
              ...(verified.recordedBy === null
                ? []
                : [{ term: say.one.facts.recorded, detail: verified.recordedBy }]),
            ]}
          />
        )}
      </section>
      {verified === null && !page.mayVerify && <p className="muted small">{say.one.onlyOwner}</p>}
      {verified === null && page.mayVerify && <VerifyForm page={page} answer={answer} />}
      {verified !== null && page.mayVerify && (
        <details className="asked">
          <summary>{say.one.unverify}</summary>
          <div>
            <p>{say.one.unverifyText}</p>
            <Form method="post">
              <Button name="intent" value="unverify">
                {say.one.unverifyButton}
              </Button>
            </Form>
          </div>
        </details>
      )}
    </div>
  );
}

/** A web address as a link; a title or a page number as text. */
const linked = (where: string) =>
  /^https:\/\/\S+$/.test(where) ? (
    <a href={where} rel="noreferrer">
      {where}
    </a>
  ) : (
    where
  );

function VerifyForm({ page, answer }: VerificationProps) {
  const { recipients, errors } = useWords().letterConsole;
  const { one: say } = recipients;
  const wire = wireFields(
    { values: { verified_on: page.today, ...answer?.values }, errors: answer?.errors ?? [] },
    errors,
  );
  return (
    <section className="letter-part" aria-labelledby="verify">
      <h2 id="verify">{say.verify}</h2>
      <p>{say.verifyText}</p>
      <Form method="post" className="letter-form" noValidate>
        <input type="hidden" name="seen" value={page.seen} />
        <TextInput {...wire("verified_by", say.by, say.byHint)} maxLength={verifiedByAtMost} required />
        <div className="short">
          <TextInput {...wire("verified_on", say.on)} type="date" max={page.today} required />
        </div>
        <TextInput
          {...wire("verified_where", say.where, say.whereHint)}
          maxLength={verifiedWhereAtMost}
          spellCheck={false}
          required
        />
        <div className="act-row">
          <Button variant="act" name="intent" value="verify">
            {say.verifyButton}
          </Button>
        </div>
      </Form>
    </section>
  );
}
