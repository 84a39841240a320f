import { z } from "zod";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";
import { pauseDispatch } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { type Act, type Deed, done, refuse } from "./act.server.ts";

async function pause(deed: Deed) {
  const { outcome } = await pauseDispatch(deed.context.db, deed.on);
  return outcome === "paused" ? done(deed, "paused") : refuse({ refused: outcome }, 409);
}

async function resume(deed: Deed) {
  const { db, env, transport } = deed.context;
  const { outcome } = await resumeDispatch(db, createMailing(env, transport), deed.on);
  return outcome === "resumed" ? done(deed, "resumed") : refuse({ refused: outcome }, 409);
}

const Shown = z.object({ from: z.enum(["open", "begun"]).default("open") });

/** Ends what the page showed: one that has begun since is not thrown away as a draft. */
async function cancel(deed: Deed) {
  const form = await parseForm(deed.request, Shown);
  if (!form.ok) return refuse({ refused: "unreadable" });
  if (form.value.from === "open" && deed.dispatch.startedAt !== null)
    return refuse({ refused: "begun-meanwhile" }, 409);
  const { outcome } = await cancelDispatch(deed.context.db, deed.on);
  return outcome === "cancelled" ? done(deed, "cancelled") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who hold a dispatch, let it go on, or end it. */
export const sendingActs: [string, Act][] = [
  ["pause", { right: "write", act: pause }],
  ["resume", { right: "write", asks: "send", act: resume }],
  ["cancel", { right: "write", act: cancel }],
];
