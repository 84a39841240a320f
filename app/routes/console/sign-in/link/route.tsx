import { isSignInLink, requestCodeByLink } from "#app/domain/access/sign-in/request-code.server.ts";
import { limitSignIn } from "#app/http/limit-sign-in.server.ts";
import { writeCookie } from "#app/http/organizer-cookies.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { requirePlainPath } from "#app/http/require-organizer.server.ts";
import { withMinimumDuration } from "#app/http/time-floor.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CodeForm } from "#app/ui/console/code-form.tsx";
import { SignedOutLayout } from "#app/ui/console/signed-out-layout.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import consoleStyles from "#app/ui/styles/console.css?url";
import kitStyles from "#app/ui/styles/console-kit.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: consoleStyles },
  { rel: "stylesheet", href: kitStyles },
];

const answersAfter = 300;

/**
 * Shows the link of a warning about code requests. Mail scanners follow links, so opening it sends nothing.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  requirePlainPath({ request, context });
  const works = isSignInLink(context.env.keys, params.token ?? "");
  return data({ works }, { status: works ? 200 : 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitSignIn({ request, context });
  const { db, env, wakeMail } = context;
  const token = await withMinimumDuration(answersAfter, requestCodeByLink(db, env.keys, params.token ?? ""));
  if (token === null) return data({ sent: false }, { status: 410 });
  wakeMail();
  return data({ sent: true }, { headers: { "Set-Cookie": writeCookie(env, "ceremony", token) } });
}

export const meta: MetaFunction = () => [{ title: "Sign in · Undersigned" }];

export default function SignInLink() {
  const { works } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { link: say } = useWords().organize.signIn;
  if (answered?.sent) {
    return (
      <SignedOutLayout>
        <CodeForm email={null} />
      </SignedOutLayout>
    );
  }
  if (!works || answered) {
    return (
      <SignedOutLayout>
        <h1 className="form">{say.over}</h1>
        <p className="standfirst">{say.overText}</p>
        <p className="gap">
          <a href="/sign-in">{say.toSignIn}</a>
        </p>
      </SignedOutLayout>
    );
  }
  return (
    <SignedOutLayout>
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{say.text}</p>
      <Form method="post" className="sign-form">
        <Button variant="act" wide>
          {say.send}
        </Button>
      </Form>
    </SignedOutLayout>
  );
}
