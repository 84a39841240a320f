import { organizerAddress } from "#app/domain/access/address.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import { signInByPasskey } from "#app/domain/access/sign-in/second-factor/sign-in-by-passkey.server.ts";
import { findSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { CodeForm as CodeFields, SignInAddressForm } from "#app/domain/access/sign-in/sign-in-form.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import { limitSignIn } from "#app/http/limit-sign-in.server.ts";
import { noteRefusal } from "#app/http/note-refusal.server.ts";
import { readCookie, writeCookie } from "#app/http/organizer-cookies.server.ts";
import { readJson } from "#app/http/reauthenticate.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requirePlainPath } from "#app/http/require-organizer.server.ts";
import { withMinimumDuration } from "#app/http/time-floor.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CodeForm } from "#app/ui/console/code-form.tsx";
import { PasskeyButton } from "#app/ui/console/passkey-button.tsx";
import { SignedOutLayout } from "#app/ui/console/signed-out-layout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import consoleStyles from "#app/ui/styles/console.css?url";
import kitStyles from "#app/ui/styles/console-kit.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: consoleStyles },
  { rel: "stylesheet", href: kitStyles },
];

/** Milliseconds, longer than looking up, writing and queueing take: every address gets the same answer. */
const answersAfter = 300;

type Env = ActionFunctionArgs["context"]["env"];

type Answer = {
  step: "email" | "code";
  /** The address that the code goes to, from the form; only in this answer, never in an address. */
  email: string | null;
  /** Code of the error, and the tries left. */
  problem: string | null;
  triesLeft?: number;
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  requirePlainPath({ request, context });
  const session = readCookie(context.env, request, "session");
  if (session && (await findSession(context.db, session))) throw redirect("/organize", 303);

  const other = new URL(request.url).searchParams.has("other");
  const waiting = !other && readCookie(context.env, request, "ceremony") !== null;
  return { step: waiting ? ("code" as const) : ("email" as const) };
}

/** Takes a `code`, or a passkey's answer in `response`; without them `email` asks for a code. */
export async function action({ request, context }: ActionFunctionArgs) {
  await limitSignIn({ request, context });
  const { code, email = "", response } = await readTyped(request);
  if (response !== undefined) return enterByPasskey(request, context, response);
  return code === undefined ? sendCode(request, context) : enter(request, context, organizerAddress(email));
}

async function sendCode(request: Request, context: ActionFunctionArgs["context"]) {
  const { db, env, wakeMail } = context;
  const form = await parseForm(request, SignInAddressForm);
  if (!form.ok) {
    const email = typeof form.values.email === "string" ? form.values.email : null;
    return answer({ step: "email", email, problem: form.errors[0]?.code ?? "email-shape" }, 422);
  }
  const { email } = form.value;
  const asked = requestCode(db, env.keys, { email, browser: readCookie(env, request, "browser") });
  const { token, isKnown } = await withMinimumDuration(answersAfter, asked);
  if (!isKnown) noteRefusal(context, { why: "unknown-address" });
  wakeMail();
  return answer({ step: "code", email, problem: null }, 200, writeCookie(env, "ceremony", token));
}

async function enterByPasskey(request: Request, context: ActionFunctionArgs["context"], response: string) {
  const { db, env } = context;
  const entered = await signInByPasskey(db, env, {
    token: readCookie(env, request, "passkey") ?? "",
    response: readJson(response),
    userAgent: request.headers.get("user-agent"),
    oldSession: readCookie(env, request, "session"),
    browser: readCookie(env, request, "browser"),
  });
  const spent = writeCookie(env, "passkey", null);
  if (entered === null) {
    noteRefusal(context, { why: "passkey" });
    return answer({ step: "email", email: null, problem: "passkey" }, 422, spent);
  }
  throw enterWith(env, entered, spent);
}

/** Redirects to the console, with the cookies of the new session. */
function enterWith(env: Env, { session, browser }: { session: string; browser: string }, spent: string) {
  const headers = new Headers({ "Set-Cookie": writeCookie(env, "session", session) });
  headers.append("Set-Cookie", writeCookie(env, "browser", browser));
  headers.append("Set-Cookie", spent);
  return redirect("/organize", { status: 303, headers });
}

async function enter(request: Request, context: ActionFunctionArgs["context"], email: string | null) {
  const { db, env } = context;
  const form = await parseForm(request, CodeFields);
  if (!form.ok) return answer({ step: "code", email, problem: form.errors[0]?.code ?? "code-shape" }, 422);

  const ceremony = readCookie(env, request, "ceremony");
  const redeemed = await redeemCode(db, env.keys, {
    ceremony: ceremony ?? "",
    code: form.value.code,
    userAgent: request.headers.get("user-agent"),
    oldSession: readCookie(env, request, "session"),
    browser: readCookie(env, request, "browser"),
  });
  switch (redeemed.outcome) {
    case "signed-in":
      throw enterWith(env, redeemed, writeCookie(env, "ceremony", null));
    case "wrong": {
      const { organizerId } = redeemed;
      noteRefusal(context, { why: "code", organizerId });
      if (redeemed.triesLeft === 0) noteRefusal(context, { why: "locked", organizerId });
      return answer({ step: "code", email, problem: "code-wrong", triesLeft: redeemed.triesLeft }, 422);
    }
    case "over":
      noteRefusal(context, { why: "over" });
      return answer({ step: "email", email, problem: "code-over" }, 422, writeCookie(env, "ceremony", null));
    case "invitation-over":
      return answer(
        { step: "email", email, problem: "invitation-over" },
        422,
        writeCookie(env, "ceremony", null),
      );
  }
}

function answer(body: Answer, status: number, cookie?: string) {
  return data(body, cookie ? { status, headers: { "Set-Cookie": cookie } } : { status });
}

export const meta: MetaFunction = () => [{ title: "Sign in · Undersigned" }];

export default function SignIn() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { errors, codeWrong } = useWords().organize.signIn;
  const { step, email, problem, triesLeft }: Answer = answered ?? {
    step: loaded.step,
    email: null,
    problem: null,
  };
  const message =
    problem === "code-wrong"
      ? codeWrong(triesLeft ?? 0)
      : problem
        ? (errors[problem] ?? errors.unreadable)
        : undefined;
  return (
    <SignedOutLayout>
      {step === "code" ? (
        <CodeForm email={email} error={message} />
      ) : (
        <AddressStep email={email} error={message} />
      )}
    </SignedOutLayout>
  );
}

/** Asks whom to email a code. */
function AddressStep({ email, error }: { email: string | null; error: string | undefined }) {
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
