import { z } from "zod";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { settleUnknown } from "#app/domain/outgoing/dispatches/parts/settle-unknown.server.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { requeueLetters } from "#app/domain/outgoing/dispatches/sending/requeue-letters.server.ts";
import { type Acting, type Acts, done, gone, refuse } from "#app/http/draft-acts.server.ts";
import { parseForm } from "#app/http/form.server.ts";

const Seen = z.object({ version: z.coerce.number().int().min(1), frame: z.string() });

/** What the approver saw; defaults if the form lacks it. */
async function seenBy({ request }: Acting<DispatchView>): Promise<z.output<typeof Seen>> {
  const form = await parseForm(request.clone(), Seen);
  return form.ok ? form.value : { version: 0, frame: "" };
}

async function approve(acting: Acting<DispatchView>) {
  const { db, env } = acting.context;
  const seen = await seenBy(acting);
  const { outcome } = await approveDispatch(db, env.keys, { ...acting.on, ...seen });
  if (outcome === "gone") return gone();
  return outcome === "approved" ? done(acting, "approved") : refuse({ refused: outcome }, 409);
}

const FoundOut = z.object({ part: z.uuid(), arrived: z.enum(["yes", "no"]) });

async function settle(acting: Acting<DispatchView>) {
  const form = await parseForm(acting.request, FoundOut);
  if (!form.ok) return refuse({ refused: "unreadable" });
  const { part: partPublicId, arrived } = form.value;
  const { outcome } = await settleUnknown(acting.context.db, {
    ...acting.on,
    partPublicId,
    arrived: arrived === "yes",
  });
  return outcome === "settled" ? done(acting, "settled") : refuse({ refused: outcome }, 409);
}

const CameBack = z.object({ part: z.uuid() });

async function putBack(acting: Acting<DispatchView>) {
  const form = await parseForm(acting.request, CameBack);
  if (!form.ok) return refuse({ refused: "unreadable" });
  const { outcome } = await requeueLetters(acting.context.db, {
    ...acting.on,
    partPublicId: form.value.part,
  });
  return outcome === "put-back" ? done(acting, "put-back") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who approve. */
export const approvingActs: Acts<DispatchView> = [
  ["approve", { right: "approve", asks: "send", act: approve }],
  ["settle", { right: "approve", act: settle }],
  ["put-back", { right: "approve", act: putBack }],
];
