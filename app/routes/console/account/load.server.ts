import { deviceOf } from "#app/domain/access/sign-in/device.ts";
import { countRecoveryCodes } from "#app/domain/access/sign-in/second-factor/recovery-codes.server.ts";
import {
  listSecondFactors,
  mustHaveSecond,
} from "#app/domain/access/sign-in/second-factor/second-factors.server.ts";
import { listKnownBrowsers } from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { listSessions } from "#app/domain/access/sign-in/sessions/sessions.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireOrganizer } from "#app/http/require-organizer.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

/** Loads one's account: ways to sign in, and sessions. */
export async function load(args: LoaderFunctionArgs) {
  const { id, organizerId, name, email } = await requireOrganizer(args);
  const { db } = args.context;
  const [{ totpSince, passkeys }, mustHave, codes, sessions, browsers] = await Promise.all([
    listSecondFactors(db, organizerId),
    mustHaveSecond(db, organizerId),
    countRecoveryCodes(db, organizerId),
    listSessions(db, organizerId),
    listKnownBrowsers(db, organizerId),
  ]);
  return {
    name,
    email,
    totpSince,
    mustHave,
    codes,
    passkeys: passkeys.map(({ credentialId: _credential, ...passkey }) => passkey),
    sessions: sessions.map(({ userAgent, ...session }) => ({
      ...session,
      device: deviceOf(userAgent),
      isThis: session.id === id,
    })),
    browsers: browsers.map(({ userAgent, ...browser }) => ({ ...browser, device: deviceOf(userAgent) })),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type AccountPage = ReturnType<typeof useLoaderData<typeof load>>;
