import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { AccountPage } from "./load.server.ts";

/** Lists second factors. */
export function Factors({ page }: { page: AccountPage }) {
  const { account: say } = useWords().people;
  const { totpSince, passkeys, codes, mustHave } = page;
  const none = totpSince === null && passkeys.length === 0;
  return (
    <section className="sheet">
      <h2>{say.factors}</h2>
      <p className="muted">{none ? (mustHave ? say.factorMissing : say.noFactor) : say.factorsText}</p>
      <ul className="rows">
        <li>
          <div>
            <b>{say.app}</b>
            <span className="muted">{totpSince ? say.since(writeMoment(totpSince)) : say.notSetUp}</span>
          </div>
          <div className="row-acts">
            <ButtonLink href="/organize/second-factor">{totpSince ? say.replace : say.setUp}</ButtonLink>
            {totpSince && <ActionButton intent="remove-app">{say.takeOff}</ActionButton>}
          </div>
        </li>
        {passkeys.map(({ id, name, createdAt, usedAt }) => (
          <li key={id}>
            <div>
              <b>{name ? say.passkeyNamed(name) : say.passkey}</b>
              <span className="muted">
                {say.since(writeMoment(createdAt))}
                {usedAt && ` · ${say.used(writeMoment(usedAt))}`}
              </span>
            </div>
            <div className="row-acts">
              <ActionButton intent="remove-passkey" fields={{ passkey: id }}>
                {say.takeOff}
              </ActionButton>
            </div>
          </li>
        ))}
        {!none && (
          <li>
            <div>
              <b>{say.codes}</b>
              <span className={codes < 3 ? "warn" : "muted"}>{say.codesLeft(codes)}</span>
            </div>
            <Form method="post" className="row-acts">
              <Button name="intent" value="new-codes">
                {say.newCodes}
              </Button>
            </Form>
          </li>
        )}
      </ul>
      <p>
        <a href="/organize/second-factor">{say.addPasskey}</a>
      </p>
    </section>
  );
}
