import { endSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { readCookie, writeCookie } from "#app/http/organizer-cookies.server.ts";
import { type ActionFunctionArgs, redirect } from "#app/http/remix.server.ts";

/** Redirects: signing out is a button on every page of the console. */
export const loader = () => redirect("/organize", 303);

export async function action({ request, context }: ActionFunctionArgs) {
  const token = readCookie(context.env, request, "session");
  if (token !== null) await endSession(context.db, token);
  return redirect("/sign-in", {
    status: 303,
    headers: { "Set-Cookie": writeCookie(context.env, "session", null) },
  });
}
