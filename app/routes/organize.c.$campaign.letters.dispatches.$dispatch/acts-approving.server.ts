import { z } from "zod";
import { approveDispatch } from "#app/domain/dispatches/approve-dispatch.server.ts";
import {
  approveDispatchAlone,
  dispatchApprovalPurpose,
} from "#app/domain/dispatches/approve-dispatch-alone.server.ts";
import { putBackLetters } from "#app/domain/dispatches/put-back-letters.server.ts";
import { settleUnknown } from "#app/domain/dispatches/settle-unknown.server.ts";
import { askAgain } from "#app/domain/organizers/reauthenticate.server.ts";
import { CodeForm } from "#app/domain/organizers/sign-in-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import { readCookie, writeCookie } from "#app/http/organizer-cookies.server.ts";
import { type Act, type Deed, done, gone, refuse } from "./act.server.ts";

const Seen = z.object({ version: z.coerce.number().int().min(1), frame: z.string() });

/** What the approver has seen; none where the form does not say. */
async function seenBy({ request }: Deed): Promise<z.output<typeof Seen>> {
  const form = await parseForm(request.clone(), Seen);
  return form.ok ? form.value : { version: 0, frame: "" };
}

async function approve(deed: Deed) {
  const { db, env } = deed.context;
  const seen = await seenBy(deed);
  const { outcome } = await approveDispatch(db, env.keys, { ...deed.on, ...seen });
  if (outcome === "gone") return gone();
  return outcome === "approved" ? done(deed, "approved") : refuse({ refused: outcome }, 409);
}

/** Mails a code that is good for approving this version, in this browser. */
async function askForCode(deed: Deed) {
  const { db, env, wakeMail } = deed.context;
  const { version } = await seenBy(deed);
  const purpose = dispatchApprovalPurpose({ publicId: deed.on.publicId, version });
  const { organizerId, dispatch } = deed;
  const asked = await askAgain(db, env.keys, { organizerId, purpose, dispatchId: dispatch.id });
  if (asked.outcome === "too-many") return refuse({ refused: "too-many-codes" }, 429);
  if (asked.outcome === "gone") return refuse({ refused: "not-mailed" });
  wakeMail();
  return done(deed, "code-sent", { "Set-Cookie": writeCookie(env, "approval", asked.token) });
}

async function approveByCode(deed: Deed) {
  const { db, env } = deed.context;
  const seen = await seenBy(deed);
  const form = await parseForm(deed.request, CodeForm);
  if (!form.ok) return refuse({ errors: form.errors });
  const approved = await approveDispatchAlone(db, env.keys, {
    ...{ ...deed.on, organizerId: deed.organizerId, ...seen },
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

const FoundOut = z.object({ part: z.uuid(), arrived: z.enum(["yes", "no"]) });

async function settle(deed: Deed) {
  const form = await parseForm(deed.request, FoundOut);
  if (!form.ok) return refuse({ refused: "unreadable" });
  const { part: partPublicId, arrived } = form.value;
  const { outcome } = await settleUnknown(deed.context.db, {
    ...{ ...deed.on, partPublicId },
    arrived: arrived === "yes",
  });
  return outcome === "settled" ? done(deed, "settled") : refuse({ refused: outcome }, 409);
}

const CameBack = z.object({ part: z.uuid() });

async function putBack(deed: Deed) {
  const form = await parseForm(deed.request, CameBack);
  if (!form.ok) return refuse({ refused: "unreadable" });
  const { outcome } = await putBackLetters(deed.context.db, { ...deed.on, partPublicId: form.value.part });
  return outcome === "put-back" ? done(deed, "put-back") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who approve. */
export const approvingActs: [string, Act][] = [
  ["approve", { right: "approve", act: approve }],
  ["ask-code", { right: "approve", act: askForCode }],
  ["approve-alone", { right: "approve", act: approveByCode }],
  ["settle", { right: "approve", act: settle }],
  ["put-back", { right: "approve", act: putBack }],
];
