import { findTotpBegun } from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import { listSecondFactors } from "#app/domain/access/sign-in/second-factor/second-factors.server.ts";
import { findSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { readCookie } from "#app/http/organizer-cookies.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireSession } from "#app/http/require-organizer.server.ts";
import { afterPost } from "#app/http/respond.server.ts";
import { Door } from "#app/ui/console/door.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import consoleStyles from "#app/ui/styles/console.css?url";
import peopleStyles from "#app/ui/styles/console-people.css?url";
import { act } from "./act.server.ts";
import { AppStep } from "./app-step.tsx";
import { AskStep } from "./ask-step.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { CodesStep } from "./codes-step.tsx";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: consoleStyles },
  { rel: "stylesheet", href: peopleStyles },
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
      <Door>
        <Reauthenticate asked={proof} />
      </Door>
    );
  }
  return (
    <Door>
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
    </Door>
  );
}
