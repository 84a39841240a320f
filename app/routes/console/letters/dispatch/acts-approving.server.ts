import { z } from "zod";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { settleUnknown } from "#app/domain/outgoing/dispatches/parts/settle-unknown.server.ts";
import { putBackLetters } from "#app/domain/outgoing/dispatches/sending/put-back-letters.server.ts";
import { parseForm } from "#app/http/form.server.ts";
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

const FoundOut = z.object({ part: z.uuid(), arrived: z.enum(["yes", "no"]) });

async function settle(deed: Deed) {
  const form = await parseForm(deed.request, FoundOut);
  if (!form.ok) return refuse({ refused: "unreadable" });
  const { part: partPublicId, arrived } = form.value;
  const { outcome } = await settleUnknown(deed.context.db, {
    ...deed.on,
    partPublicId,
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
  ["approve", { right: "approve", asks: "send", act: approve }],
  ["settle", { right: "approve", act: settle }],
  ["put-back", { right: "approve", act: putBack }],
];
