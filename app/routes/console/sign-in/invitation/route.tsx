import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { findInvitation } from "#app/domain/access/queries.server.ts";
import { InvitationForm } from "#app/domain/access/sign-in/sign-in-form.ts";
import { acceptInvitation } from "#app/domain/team/accept-invitation.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
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
import { notFound, orNotFound } from "#app/http/respond.server.ts";
import { withMinimumDuration } from "#app/http/time-floor.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CodeForm } from "#app/ui/console/code-form.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { SignedOutLayout } from "#app/ui/console/signed-out-layout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, TextInput } from "#app/ui/field.tsx";
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

/** Shows what the invitation is for. Mail scanners follow links, so opening one changes nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  requirePlainPath({ request, context });
  const invitation = orNotFound(await findInvitation(context.db, params.token ?? ""));
  const { expiresAt, ...rest } = invitation;
  return { ...rest, until: `${writeMoment(expiresAt)} UTC` };
}

type Answer = { email: string | null; errors: FieldError[]; values: TypedValues };

export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitSignIn({ request, context });
  const { db, env } = context;
  orNotFound(await findInvitation(db, params.token ?? ""));
  const form = await parseForm(request, InvitationForm);
  if (!form.ok) return answer({ email: null, errors: form.errors, values: form.values }, 422);

  const input = { invitation: params.token ?? "", ...form.value };
  const accepted = await withMinimumDuration(answersAfter, acceptInvitation(db, env.keys, input));
  switch (accepted.outcome) {
    case "unknown":
      throw notFound();
    case "used":
    case "expired":
    case "revoked":
      return answer({ email: null, errors: [], values: form.values }, 410);
    case "wrong-address":
      return answer(
        { email: null, errors: [{ field: "email", code: "wrong-address" }], values: form.values },
        422,
      );
    case "code-requested":
      context.wakeMail();
      return answer(
        { email: form.value.email, errors: [], values: {} },
        200,
        writeCookie(env, "ceremony", accepted.token),
      );
  }
}

function answer(body: Answer, status: number, cookie?: string) {
  return data(body, cookie ? { status, headers: { "Set-Cookie": cookie } } : { status });
}

export const meta: MetaFunction = () => [{ title: "Invitation · Undersigned" }];

export default function Invitation() {
  const invitation = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { organize } = useWords();
  if (answered?.email) {
    return (
      <SignedOutLayout>
        <CodeForm email={answered.email} />
      </SignedOutLayout>
    );
  }
  if (invitation.state !== "open") {
    const { title, text } = organize.invitation[invitation.state];
    return (
      <SignedOutLayout>
        <h1 className="form">{title}</h1>
        <p className="standfirst">{text}</p>
        <p className="gap">
          <a href="/sign-in">{organize.signIn.title}</a>
        </p>
      </SignedOutLayout>
    );
  }
  return (
    <SignedOutLayout>
      <AcceptForm invitation={invitation} errors={answered?.errors ?? []} values={answered?.values ?? {}} />
    </SignedOutLayout>
  );
}

type AcceptFormProps = {
  invitation: { campaign: string; role: OrganizerRole; email: string | null; until: string };
  errors: readonly { field: string; code: string }[];
  values: Record<string, string | string[]>;
};

function AcceptForm({ invitation, errors, values }: AcceptFormProps) {
  const { organize } = useWords();
  const { invitation: say, signIn, roles, roleMeans } = organize;
  const messages = errors.map(({ field, code }) => ({
    field,
    message: say.errors[code] ?? signIn.errors[code] ?? signIn.errors.unreadable ?? "",
  }));
  const typed = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  return (
    <>
      <ErrorSummary heading={say.summary} errors={messages} />
      <h1 className="form">{say.title}</h1>
      <p className="standfirst">{say.text(invitation.campaign, roles[invitation.role])}</p>
      <p className="gap">
        {roleMeans[invitation.role]} {say.until(invitation.until)}
      </p>
      <Form method="post" className="sign-form" noValidate>
        <TextInput
          name="name"
          label={say.name}
          hint={say.nameHint}
          error={messageFor(messages, "name")}
          defaultValue={typed("name")}
          autoComplete="name"
          maxLength={120}
          required
        />
        <TextInput
          name="email"
          type="email"
          label={say.email}
          hint={say.emailHint}
          error={messageFor(messages, "email")}
          defaultValue={typed("email") || (invitation.email ?? "")}
          autoComplete="email"
          maxLength={254}
          required
        />
        <Button variant="act" wide>
          {say.accept}
        </Button>
      </Form>
    </>
  );
}
