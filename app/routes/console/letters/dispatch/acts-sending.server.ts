import { z } from "zod";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";
import { pauseDispatch } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { type Acting, type Acts, done, refuse } from "#app/http/draft-acts.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

async function pause(acting: Acting<DispatchView>) {
  const { outcome } = await pauseDispatch(acting.context.db, acting.on);
  return outcome === "paused" ? done(acting, "paused") : refuse({ refused: outcome }, 409);
}

async function resume(acting: Acting<DispatchView>) {
  const { db, env, transport } = acting.context;
  const { outcome } = await resumeDispatch(db, createMailing(env, transport), acting.on);
  return outcome === "resumed" ? done(acting, "resumed") : refuse({ refused: outcome }, 409);
}

const CancelForm = z.object({ from: z.enum(["open", "begun"]).default("open") });

/** Cancels what the page showed: a dispatch that has started since is not discarded as a draft. */
async function cancel(acting: Acting<DispatchView>) {
  const form = await parseForm(acting.request, CancelForm);
  if (!form.ok) return refuse({ refused: "unreadable" });
  if (form.value.from === "open" && acting.draft.startedAt !== null)
    return refuse({ refused: "begun-since" }, 409);
  const { outcome } = await cancelDispatch(acting.context.db, acting.on);
  return outcome === "cancelled" ? done(acting, "cancelled") : refuse({ refused: outcome }, 409);
}

/** The buttons that hold, continue or end a dispatch. */
export const sendingActs: Acts<DispatchView> = [
  ["pause", { right: "write", act: pause }],
  ["resume", { right: "write", asks: "send", act: resume }],
  ["cancel", { right: "write", act: cancel }],
];
