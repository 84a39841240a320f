import { findTotpBegun } from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import { listSecondFactors } from "#app/domain/access/sign-in/second-factor/second-factors.server.ts";
import { findSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { readCookie } from "#app/http/organizer-cookies.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireSession } from "#app/http/require-organizer.server.ts";
import { afterPost } from "#app/http/respond.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PasskeyButton } from "#app/ui/console/passkey-button.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { RecoveryCodes } from "#app/ui/console/recovery-codes.tsx";
import { SignedOutLayout } from "#app/ui/console/signed-out-layout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import consoleStyles from "#app/ui/styles/console.css?url";
import kitStyles from "#app/ui/styles/console-kit.css?url";
import { act } from "./action.server.ts";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: consoleStyles },
  { rel: "stylesheet", href: kitStyles },
];

const setUpJustNow = { second: "strong" as const, email: "", hasApp: true, hasPasskey: false, begun: null };

/** Loads what follows an email code: the second factor, asked for or set up. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, env } = args.context;
  const cookie = readCookie(env, args.request, "session");
  // Setting up renewed the session's token, but this answer's page was requested with the old one.
  if (afterPost(args.request) && !(cookie && (await findSession(db, cookie)))) return setUpJustNow;
  const session = await requireSession(args);
  const { second, organizerId, email } = session;
  const factors = await listSecondFactors(db, organizerId);
  const token = readCookie(env, args.request, "enrol");
  const isAsked = second === "ask";
  const begun =
    isAsked || token === null ? null : await findTotpBegun(db, env.keys, { organizerId, email, token });
  const step = new URL(args.request.url).searchParams.get("step");
  return {
    second,
    email,
    hasApp: factors.totpSince !== null,
    hasPasskey: factors.passkeys.length > 0,
    begun: step === "app" ? begun : null,
  };
}

export { act as action };

export const meta: MetaFunction = () => [{ title: "Second factor · Undersigned" }];

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof act>();
  const { second: say } = useWords().people;
  const proof = answered && "proof" in answered ? answered.proof : null;
  const result = answered && !("proof" in answered) ? answered : {};
  const problem = result.problem ? (say.problems[result.problem] ?? say.problems.unreadable) : undefined;
  if (proof) {
    return (
      <SignedOutLayout>
        <Reauthenticate asked={proof} />
      </SignedOutLayout>
    );
  }
  return (
    <SignedOutLayout>
      {result.codes !== undefined ? (
        <CodesStep codes={result.codes} />
      ) : page.second === "ask" ? (
        <AskStep page={page} problem={problem} />
      ) : page.begun ? (
        <AppStep begun={page.begun} problem={problem} />
      ) : (
        <ChooseStep must={page.second === "enrol"} hasApp={page.hasApp} problem={problem} />
      )}
      {page.second !== "strong" && result.codes === undefined && (
        <Form method="post" action="/sign-out" className="gap">
          <button type="submit" className="text-button">
            {say.otherwise}
          </button>
        </Form>
      )}
    </SignedOutLayout>
  );
}

type AppStepProps = { begun: { secret: string; uri: string }; problem: string | undefined };

/** Shows the secret as picture and text, and asks for its first code. */
function AppStep({ begun, problem }: AppStepProps) {
  const { app: say, summary } = useWords().people.second;
  return (
    <>
      <ErrorSummary heading={summary} errors={problem ? [{ field: "code", message: problem }] : []} />
      <h1 className="form">{say.title}</h1>
      <ol className="list numbered">
        <li>
          <p>{say.scan}</p>
          <div className="cluster loose">
            <QrCode text={begun.uri} label={say.picture} />
            <div>
              <p className="small muted">{say.byHand}</p>
              <p className="secret mt-1 mb-3 text-lg">
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

type AskStepProps = { page: { hasApp: boolean; hasPasskey: boolean }; problem: string | undefined };

function AskStep({ page, problem }: AskStepProps) {
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

type ChooseStepProps = { must: boolean; hasApp: boolean; problem: string | undefined };

/** Explains why, and offers both. */
function ChooseStep({ must, hasApp, problem }: ChooseStepProps) {
  const { second: say, passkey } = useWords().people;
  return (
    <>
      <ErrorSummary heading={say.summary} errors={problem ? [{ field: "app", message: problem }] : []} />
      <h1 className="form">{say.choose.title}</h1>
      <p className="standfirst">{must ? say.choose.must : say.choose.may}</p>
      <section className="block gap">
        <h2>{say.choose.app}</h2>
        <p>{say.choose.appText}</p>
        <Form method="post">
          <Button variant="act" name="intent" value="begin" id="app">
            {hasApp ? say.choose.another : say.choose.begin}
          </Button>
        </Form>
      </section>
      <section className="block gap">
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

/** Shows the recovery codes once, when the second factor is in force. */
function CodesStep({ codes }: { codes: string[] | null }) {
  const { codes: say } = useWords().people.second;
  return (
    <>
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{codes ? say.text : say.kept}</p>
      {codes && <RecoveryCodes codes={codes} />}
      <p className="gap">
        <ButtonLink variant="act" wide href="/organize">
          {codes ? say.go : say.goOn}
        </ButtonLink>
      </p>
    </>
  );
}
