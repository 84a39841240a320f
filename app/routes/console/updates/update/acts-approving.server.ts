import { z } from "zod";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import type { UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { type Acting, type Acts, done, gone, refuse } from "#app/http/draft-acts.server.ts";
import { parseForm } from "#app/http/form.server.ts";

/** The version and surrounding content that the approver saw; defaults if the form lacks them. */
const Seen = z.object({ version: z.coerce.number().int().min(1).catch(0), frame: z.string().catch("") });

async function approve({ request, context, on, ...acting }: Acting<UpdateView>) {
  const form = await parseForm(request, Seen);
  const seen = form.ok ? form.value : { version: 0, frame: "" };
  const { outcome } = await approveUpdate(context.db, { ...on, ...seen });
  if (outcome === "gone") return gone();
  return outcome === "approved" ? done(acting, "approved") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who approve. */
export const approvingActs: Acts<UpdateView> = [
  ["approve", { right: "approve", asks: "send", act: approve }],
];
