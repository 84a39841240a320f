import { z } from "zod";
import { askAgain } from "#app/domain/organizers/reauthenticate.server.ts";
import { CodeForm } from "#app/domain/organizers/sign-in-form.ts";
import { approveUpdate } from "#app/domain/updates/approve-update.server.ts";
import { approvalPurpose, approveUpdateAlone } from "#app/domain/updates/approve-update-alone.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { readCookie, writeCookie } from "#app/http/organizer-cookies.server.ts";
import { type Act, type Deed, done, gone, refuse } from "./act.server.ts";

const Seen = z.object({ version: z.coerce.number().int().min(1) });

/** The version that the approver has seen; what stands now where the form does not say. */
async function seenVersion({ request }: Deed): Promise<number> {
  const form = await parseForm(request.clone(), Seen);
  return form.ok ? form.value.version : 0;
}

async function approve(deed: Deed) {
  const { outcome } = await approveUpdate(deed.context.db, {
    ...deed.on,
    version: await seenVersion(deed),
  });
  if (outcome === "gone") return gone();
  return outcome === "approved" ? done(deed, "approved") : refuse({ refused: outcome }, 409);
}

/** Mails a code that is good for approving this version, in this browser. */
async function askForCode(deed: Deed) {
  const { db, env, wakeMail } = deed.context;
  const purpose = approvalPurpose({ publicId: deed.on.publicId, version: await seenVersion(deed) });
  const { organizerId, update } = deed;
  const asked = await askAgain(db, env.keys, { organizerId, purpose, updateId: update.id });
  if (asked.outcome === "too-many") {
    return refuse({ refused: "too-many-codes", until: asked.until.toISOString() }, 429);
  }
  if (asked.outcome === "gone") return refuse({ refused: "not-mailed" });
  wakeMail();
  return done(deed, "code-sent", { "Set-Cookie": writeCookie(env, "approval", asked.token) });
}

async function approveByCode(deed: Deed) {
  const { db, env } = deed.context;
  const version = await seenVersion(deed);
  const form = await parseForm(deed.request, CodeForm);
  if (!form.ok) return refuse({ errors: form.errors });

  const approved = await approveUpdateAlone(db, env.keys, {
    ...deed.on,
    organizerId: deed.organizerId,
    version,
    ceremony: readCookie(env, deed.request, "approval") ?? "",
    code: form.value.code,
  });
  switch (approved.outcome) {
    case "approved":
      return done(deed, "approved-alone", { "Set-Cookie": writeCookie(env, "approval", null) });
    case "wrong":
      return refuse({ errors: [{ field: "code", code: "code-wrong" }], triesLeft: approved.triesLeft });
    case "over":
      return refuse({ errors: [{ field: "code", code: "code-over" }] });
    case "gone":
      return gone();
    default:
      return refuse({ refused: approved.outcome }, 409);
  }
}

/** The buttons of those who approve. */
export const approvingActs: [string, Act][] = [
  ["approve", { right: "approve", act: approve }],
  ["ask-code", { right: "approve", act: askForCode }],
  ["approve-alone", { right: "approve", act: approveByCode }],
];
