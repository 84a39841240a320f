import { z } from "zod";
import {
  removeSecondFactor,
  renewRecoveryCodes,
} from "#app/domain/access/sign-in/second-factor/change-second-factor.server.ts";
import { forgetBrowser } from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { endSessions } from "#app/domain/access/sign-in/sessions/sessions.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireOrganizer } from "#app/http/require-organizer.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { ConsoleFrame } from "#app/ui/console/console-frame.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { RecoveryCodes } from "#app/ui/console/recovery-codes.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type AccountPage, load } from "./load.server.ts";
import { Sessions } from "./sessions.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);

const Fields = z.object({
  intent: z.enum([
    "remove-app",
    "remove-passkey",
    "new-codes",
    "end-session",
    "end-others",
    "forget-browser",
  ]),
  passkey: z.uuid().optional(),
  session: z.coerce.number().int().positive().optional(),
  browser: z.coerce.number().int().positive().optional(),
});

export async function action(args: ActionFunctionArgs) {
  const session = await requireOrganizer(args);
  const form = await parseForm(args.request, Fields);
  if (!form.ok) return data({ refused: "unreadable", codes: null }, { status: 422 });
  const { db } = args.context;
  const { organizerId } = session;
  const { intent } = form.value;
  if (intent === "end-others" || intent === "end-session") {
    const which = intent === "end-others" ? null : (form.value.session ?? 0);
    await endSessions(db, session, which);
    return redirect("/organize/account?done=ended", 303);
  }
  if (intent === "forget-browser") {
    await forgetBrowser(db, { organizerId, id: form.value.browser ?? 0 });
    return redirect("/organize/account?done=forgotten", 303);
  }
  const asked = await reauthenticate(args, session, { kind: "security", campaignId: null });
  if (asked) return asked;
  if (intent === "new-codes") {
    const codes = await renewRecoveryCodes(db, organizerId);
    return codes ? data({ refused: null, codes }) : data({ refused: "no-factor", codes }, { status: 409 });
  }
  const which = intent === "remove-app" ? ("totp" as const) : { passkey: form.value.passkey ?? "" };
  const { outcome } = await removeSecondFactor(db, { organizerId, which });
  if (outcome === "last") return data({ refused: "last", codes: null }, { status: 409 });
  return redirect(`/organize/account?done=${outcome}`, 303);
}

export const meta: MetaFunction = () => [{ title: "Your account · Undersigned" }];

export default function Account() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { account: say, second } = useWords().people;
  if (answered && "proof" in answered) {
    return (
      <ConsoleFrame who={page.name} title={null}>
        <Reauthenticate asked={answered.proof} />
      </ConsoleFrame>
    );
  }
  return (
    <ConsoleFrame who={page.name} title={null}>
      <DoneNote done={wordOf(say.done, page.done)} refused={wordOf(say.refused, answered?.refused)} />
      <PageHead title={say.title} text={say.text(page.name, page.email)} />
      {answered?.codes && (
        <section className="sheet">
          <h2>{second.codes.list}</h2>
          <p>{say.newCodesText}</p>
          <RecoveryCodes codes={answered.codes} />
        </section>
      )}
      <Factors page={page} />
      <Sessions page={page} />
      <Browsers page={page} />
    </ConsoleFrame>
  );
}

/** Lists earlier browsers, which still get codes when strangers ask for too many. */
function Browsers({ page: { browsers } }: { page: AccountPage }) {
  const { account: say } = useWords().people;
  return (
    <section className="sheet">
      <h2>{say.browsers}</h2>
      <p className="muted">{say.browsersText}</p>
      {browsers.length === 0 && <p>{say.noBrowsers}</p>}
      <ul className="rows">
        {browsers.map(({ id, device, createdAt, usedAt }) => (
          <li key={id}>
            <div>
              <b>{device ?? say.unknownDevice}</b>
              <span className="muted">{say.browserTimes(writeMoment(createdAt), writeMoment(usedAt))}</span>
            </div>
            <div className="cluster">
              <ActionButton intent="forget-browser" fields={{ browser: id }}>
                {say.forget}
              </ActionButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lists second factors. */
function Factors({ page }: { page: AccountPage }) {
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
          <div className="cluster">
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
            <div className="cluster">
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
              <span className={codes < 3 ? "problem" : "muted"}>{say.codesLeft(codes)}</span>
            </div>
            <Form method="post" className="cluster">
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
