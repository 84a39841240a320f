import { z } from "zod";
import { askAnew } from "#app/domain/outgoing/updates/ask-anew.server.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { continueUpdate } from "#app/domain/outgoing/updates/continue-update.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { scheduleForm } from "#app/domain/outgoing/updates/update-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import { redirect } from "#app/http/remix.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { type Act, type Deed, done, gone, refuse } from "./act.server.ts";

const mailingOf = ({ context }: Deed) => createMailing(context.env, context.transport);

async function sendAt(deed: Deed, at: Date | null) {
  const { db, wakeMail } = deed.context;
  const ended = await scheduleUpdate(db, mailingOf(deed), { ...deed.on, sendAt: at });
  if (ended.outcome !== "scheduled") return refuse({ refused: ended.outcome }, 409);
  wakeMail();
  return done(deed, at === null ? "started" : "scheduled");
}

async function schedule(deed: Deed) {
  const form = await parseForm(deed.request, scheduleForm(new Date()));
  if (!form.ok) return refuse({ errors: form.errors, values: form.values });
  return sendAt(deed, new Date(`${form.value.day}T${form.value.time}:00Z`));
}

async function pause(deed: Deed) {
  const { outcome } = await pauseByOrganizer(deed.context.db, deed.on);
  return outcome === "paused" ? done(deed, "paused") : refuse({ refused: outcome }, 409);
}

async function resume(deed: Deed) {
  const { outcome } = await resumeUpdate(deed.context.db, mailingOf(deed), deed.on);
  if (outcome !== "resumed") return refuse({ refused: outcome }, 409);
  deed.context.wakeMail();
  return done(deed, "resumed");
}

async function ask(deed: Deed) {
  const { outcome } = await askAnew(deed.context.db, deed.on);
  if (outcome === "gone") return gone();
  return outcome === "submitted" ? done(deed, "asked-anew") : refuse({ refused: outcome }, 409);
}

const Shown = z.object({ from: z.enum(["draft", "scheduled", "begun"]).default("draft") });
const statesOf = { draft: ["draft"], scheduled: ["scheduled"], begun: ["sending", "paused"] } as const;

/** Cancels what the page showed, and nothing that has become something else since. */
async function cancel(deed: Deed) {
  const form = await parseForm(deed.request, Shown);
  if (!form.ok) return refuse({ errors: [{ field: "form", code: "unreadable" }] });
  const ended = await cancelUpdate(deed.context.db, { ...deed.on, from: statesOf[form.value.from] });
  if (ended.outcome === "over") return refuse({ refused: "over" }, 409);
  if (ended.outcome === "elsewhere") return refuse({ refused: `cancel-${ended.state}` }, 409);
  deed.context.wakeMail();
  return done(deed, "cancelled");
}

const NewDraft = z.object({ draft: z.uuid() });

async function continueIt(deed: Deed) {
  const form = await parseForm(deed.request, NewDraft);
  if (!form.ok) return refuse({ errors: [{ field: "form", code: "unreadable" }] });
  const draftId = form.value.draft;
  const { outcome } = await continueUpdate(deed.context.db, { ...deed.on, draftId });
  if (outcome === "gone") return gone();
  if (outcome === "not-sent") return refuse({ refused: "not-sent" }, 409);
  return redirect(`${deed.page.replace(deed.on.publicId, draftId)}?done=continued`, 303);
}

/** The buttons of those who send what was approved. */
export const sendingActs: [string, Act][] = [
  ["send-now", { right: "write", asks: "send", act: (deed) => sendAt(deed, null) }],
  ["schedule", { right: "write", asks: "send", act: schedule }],
  ["pause", { right: "write", act: pause }],
  ["resume", { right: "write", asks: "send", act: resume }],
  ["ask-anew", { right: "write", act: ask }],
  ["cancel", { right: "write", act: cancel }],
  ["continue", { right: "write", act: continueIt }],
];
