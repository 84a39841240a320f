import { askForPasskey } from "#app/domain/access/sign-in/second-factor/passkeys.server.ts";
import { signInPurpose } from "#app/domain/access/sign-in/second-factor/sign-in-by-passkey.server.ts";
import { limitSignIn } from "#app/http/limit-sign-in.server.ts";
import { writeCookie } from "#app/http/organizer-cookies.server.ts";
import { type ActionFunctionArgs, redirect } from "#app/http/remix.server.ts";

export const loader = () => redirect("/sign-in", 303);

/** Sends a challenge for a passkey sign-in. It reveals nothing about anybody. */
export async function action({ request, context }: ActionFunctionArgs) {
  await limitSignIn({ request, context });
  const { db, env } = context;
  const { token, options } = await askForPasskey(db, env, { organizerId: null, purpose: signInPurpose });
  return Response.json(options, { headers: { "Set-Cookie": writeCookie(env, "passkey", token) } });
}
