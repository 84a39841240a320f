import { z } from "zod";
import { askUpdateApprovalAgain } from "#app/domain/outgoing/updates/ask-again.server.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { continueUpdate } from "#app/domain/outgoing/updates/continue-update.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import type { UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { scheduleForm } from "#app/domain/outgoing/updates/update-form.ts";
import { type Acting, type Acts, done, gone, refuse } from "#app/http/draft-acts.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { redirect } from "#app/http/remix.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

const mailingOf = ({ context }: Acting<UpdateView>) => createMailing(context.env, context.transport);

async function sendAt(acting: Acting<UpdateView>, at: Date | null) {
  const { db, wakeMail } = acting.context;
  const ended = await scheduleUpdate(db, mailingOf(acting), { ...acting.on, sendAt: at });
  if (ended.outcome !== "scheduled") return refuse({ refused: ended.outcome }, 409);
  wakeMail();
  return done(acting, at === null ? "started" : "scheduled");
}

async function schedule(acting: Acting<UpdateView>) {
  const form = await parseForm(acting.request, scheduleForm(new Date()));
  if (!form.ok) return refuse({ errors: form.errors, values: form.values });
  return sendAt(acting, new Date(`${form.value.day}T${form.value.time}:00Z`));
}

async function pause(acting: Acting<UpdateView>) {
  const { outcome } = await pauseByOrganizer(acting.context.db, acting.on);
  return outcome === "paused" ? done(acting, "paused") : refuse({ refused: outcome }, 409);
}

async function resume(acting: Acting<UpdateView>) {
  const { outcome } = await resumeUpdate(acting.context.db, mailingOf(acting), acting.on);
  if (outcome !== "resumed") return refuse({ refused: outcome }, 409);
  acting.context.wakeMail();
  return done(acting, "resumed");
}

async function ask(acting: Acting<UpdateView>) {
  const { outcome } = await askUpdateApprovalAgain(acting.context.db, acting.on);
  if (outcome === "gone") return gone();
  return outcome === "submitted" ? done(acting, "asked-again") : refuse({ refused: outcome }, 409);
}

const CancelForm = z.object({ from: z.enum(["draft", "scheduled", "begun"]).default("draft") });
const statesOf = { draft: ["draft"], scheduled: ["scheduled"], begun: ["sending", "paused"] } as const;

/** Cancels what the page showed, but nothing whose stage has changed since. */
async function cancel(acting: Acting<UpdateView>) {
  const form = await parseForm(acting.request, CancelForm);
  if (!form.ok) return refuse({ errors: [{ field: "form", code: "unreadable" }] });
  const ended = await cancelUpdate(acting.context.db, { ...acting.on, from: statesOf[form.value.from] });
  if (ended.outcome === "over") return refuse({ refused: "over" }, 409);
  if (ended.outcome === "elsewhere") return refuse({ refused: `cancel-${ended.state}` }, 409);
  acting.context.wakeMail();
  return done(acting, "cancelled");
}

const NewDraft = z.object({ draft: z.uuid() });

async function continueIt(acting: Acting<UpdateView>) {
  const form = await parseForm(acting.request, NewDraft);
  if (!form.ok) return refuse({ errors: [{ field: "form", code: "unreadable" }] });
  const draftId = form.value.draft;
  const { outcome } = await continueUpdate(acting.context.db, { ...acting.on, draftId });
  if (outcome === "gone") return gone();
  if (outcome === "not-sent") return refuse({ refused: "not-sent" }, 409);
  return redirect(`${acting.page.replace(acting.on.publicId, draftId)}?done=continued`, 303);
}

/** The buttons of those who send what was approved. */
export const sendingActs: Acts<UpdateView> = [
  ["send-now", { right: "write", asks: "send", act: (acting) => sendAt(acting, null) }],
  ["schedule", { right: "write", asks: "send", act: schedule }],
  ["pause", { right: "write", act: pause }],
  ["resume", { right: "write", asks: "send", act: resume }],
  ["ask-again", { right: "write", act: ask }],
  ["cancel", { right: "write", act: cancel }],
  ["continue", { right: "write", act: continueIt }],
];
