import { z } from "zod";
import { askForPasskey, beginPasskey } from "#app/domain/access/sign-in/second-factor/passkeys.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { writeCookie } from "#app/http/organizer-cookies.server.ts";
import { type ActionFunctionArgs, redirect } from "#app/http/remix.server.ts";
import { requireSession } from "#app/http/require-organizer.server.ts";

export const loader = () => redirect("/organize/account", 303);

const Asked = z.object({ purpose: z.string().regex(/^[a-z-]{1,20}( \d{1,10})?$/) });

/** Makes a passkey challenge for the person signed in: to add one, pass the second step or reauthenticate. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const form = await parseForm(args.request, Asked);
  if (!form.ok) throw new Response("Bad request", { status: 400 });
  const { db, env } = args.context;
  const { purpose } = form.value;
  const { token, options } =
    purpose === "register"
      ? await beginPasskey(db, env, session)
      : await askForPasskey(db, env, { organizerId: session.organizerId, purpose });
  return Response.json(options, { headers: { "Set-Cookie": writeCookie(env, "passkey", token) } });
}
