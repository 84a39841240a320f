import { z } from "zod";
import { deviceOf } from "#app/domain/access/sign-in/device.ts";
import { beginTotp, confirmTotp } from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import {
  enrolPasskey,
  passByPasskey,
} from "#app/domain/access/sign-in/second-factor/pass-by-passkey.server.ts";
import { passSecondFactor } from "#app/domain/access/sign-in/second-factor/pass-second-factor.server.ts";
import type { Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { limitSignIn } from "#app/http/limit-sign-in.server.ts";
import { noteRefusal } from "#app/http/note-refusal.server.ts";
import { readCookie, writeCookie } from "#app/http/organizer-cookies.server.ts";
import { readJson, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireSession } from "#app/http/require-organizer.server.ts";

export type Answer = {
  /** A key of `people.second.problems`. */
  problem?: string;
  until?: string;
  /** Recovery codes, shown once. `null`: set up, and the earlier codes still work. */
  codes?: string[] | null;
};

const Fields = z.object({
  intent: z.string().optional(),
  code: z.string().max(40).optional(),
  response: z.string().max(20_000).optional(),
});

const answer = (body: Answer, status: number, cookies: string[] = []) => {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return data(body, { status, headers });
};

/**
 * Checks the second factor, or sets one up. Adding one needs reauthentication, even for those who need none.
 * Those who need one and have none have just typed an emailed code, and get no further without.
 */
export async function act(args: ActionFunctionArgs) {
  await limitSignIn(args);
  const session = await requireSession(args);
  const form = await parseForm(args.request, Fields);
  if (!form.ok) return answer({ problem: "unreadable" }, 422);
  const { intent, code = "", response = "" } = form.value;
  if (session.second === "ask") return pass(args, session, { code, response });

  if (session.second !== "enrol") {
    const asked = await reauthenticate(args, session, { kind: "security", campaignId: null });
    if (asked) return asked;
  }
  const { db, env } = args.context;
  switch (intent) {
    case "begin": {
      const token = await beginTotp(db, env.keys, session);
      return redirect("/organize/second-factor?step=app", {
        status: 303,
        headers: { "Set-Cookie": writeCookie(env, "enrol", token) },
      });
    }
    case "confirm":
      return confirm(args, session, code);
    case "passkey":
      return addPasskey(args, session, response);
    default:
      return answer({ problem: "unreadable" }, 422);
  }
}

async function pass(
  { context, request }: ActionFunctionArgs,
  session: Session,
  { code, response }: { code: string; response: string },
) {
  const { db, env } = context;
  const { organizerId } = session;
  if (response) {
    const token = readCookie(env, request, "passkey") ?? "";
    const strong = await passByPasskey(db, env, { session, token, response: readJson(response) });
    if (strong !== null) return enter(env, strong);
    noteRefusal(context, { why: "passkey", organizerId });
    return answer({ problem: "passkey" }, 422);
  }
  if (code.trim() === "") return answer({ problem: "missing" }, 422);
  const passed = await passSecondFactor(db, env.keys, { session, code });
  switch (passed.outcome) {
    case "passed":
      return enter(env, passed.session);
    case "locked":
      noteRefusal(context, { why: "locked", organizerId });
      return answer({ problem: "locked", until: passed.until.toISOString() }, 429);
    case "gone":
      return redirect("/sign-in", 303);
    case "wrong":
      noteRefusal(context, { why: "second", organizerId });
      return answer({ problem: "wrong" }, 422);
  }
}

const enter = (env: ActionFunctionArgs["context"]["env"], session: string) =>
  redirect("/organize", { status: 303, headers: { "Set-Cookie": writeCookie(env, "session", session) } });

async function confirm(
  { context: { db, env }, request }: ActionFunctionArgs,
  session: Session,
  code: string,
) {
  if (code.trim() === "") return answer({ problem: "missing" }, 422);
  const token = readCookie(env, request, "enrol") ?? "";
  const enrolled = await confirmTotp(db, env.keys, { session, token, code });
  if (enrolled.outcome === "wrong") return answer({ problem: "app-wrong" }, 422);
  if (enrolled.outcome === "over") {
    return answer({ problem: "over" }, 422, [writeCookie(env, "enrol", null)]);
  }
  const cookies = [writeCookie(env, "session", enrolled.session), writeCookie(env, "enrol", null)];
  return answer({ codes: enrolled.codes }, 200, cookies);
}

async function addPasskey(
  { context: { db, env }, request }: ActionFunctionArgs,
  session: Session,
  response: string,
) {
  const enrolled = await enrolPasskey(db, env, {
    session,
    token: readCookie(env, request, "passkey") ?? "",
    response: readJson(response),
    name: deviceOf(request.headers.get("user-agent")) ?? "",
  });
  if (enrolled === null) return answer({ problem: "passkey" }, 422);
  const cookies = [writeCookie(env, "session", enrolled.session), writeCookie(env, "passkey", null)];
  return answer({ codes: enrolled.codes }, 200, cookies);
}
