import { z } from "zod";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import { noteSearch } from "#app/domain/record/note-view.server.ts";
import { areWaiting } from "#app/domain/supporters/delete-person.server.ts";
import { erasurePorts } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { findToErase, type ToErase } from "#app/domain/upkeep/erasure/find-to-erase.server.ts";
import { noteRequest } from "#app/domain/upkeep/retention/requests.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { createErasing } from "#app/mail/erasing.server.ts";

const Fields = z.object({
  intent: z.string().optional(),
  email: z.string().trim().max(320).optional(),
  person: z.uuid().optional().catch(undefined),
  note: z.literal("on").optional(),
});

export type Answer = {
  /** A key of `erase.refused`. */
  refused?: string;
  email?: string;
  found?: ToErase;
  proof?: ProofAsked;
};

const answer = (body: Answer, status = 200) => data<Answer>(body, { status });

/** Looks a person of the campaign up by their address, or erases them after reauthentication. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, organizer, scope, actor } = await requireCampaign(args, "manage");
  const { db, env, transport, wakeMail } = args.context;
  const form = await parseForm(args.request, Fields);
  if (!form.ok) return answer({ refused: "unreadable" }, 422);
  const { intent, email = "", person, note } = form.value;

  if (intent === "find") {
    const address = parseAddress(email);
    if (!address) return answer({ refused: "no-address", email }, 422);
    const canonical = canonicalAddress(address);
    const found = await findToErase(db, scope, canonical);
    const rows = found ? 1 : 0;
    await noteSearch(db, env.keys, scope, { list: "signatures", rows, typed: canonical });
    if (found) return answer({ found, email });
    const waits = await areWaiting(db, hashesOfAddress(env.keys, canonical), campaign.id);
    return answer({ refused: waits ? "waits" : "nobody", email }, 404);
  }
  if (intent !== "erase" || !person) return answer({ refused: "unreadable" }, 422);
  const asked = await reauthenticate(args, organizer, { kind: "erase", campaignId: campaign.id });
  if (asked) return asked;
  const erasedAt = new Date();
  const ports = erasurePorts(db, createErasing(env, transport));
  const erased = await eraseSupporter(db, ports, { publicId: person, actor, by: scope }, erasedAt);
  if (erased.outcome === "gone") return answer({ refused: "gone" }, 409);

  wakeMail();
  if (note) {
    const today = erasedAt.toISOString().slice(0, 10);
    const request = { receivedOn: today, doneOn: today, note: words("en").erase.requestNote };
    await noteRequest(db, { campaignSlug: campaign.slug, actor, request });
  }
  return redirect(`/organize/c/${campaign.slug}/erase?done=erased`, 303);
}
