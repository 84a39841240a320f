import { z } from "zod";
import { checkbox } from "#app/domain/base/form-fields.ts";
import type { Trace } from "#app/domain/entries/trace.ts";
import { askForProof, spendProof } from "#app/domain/review/scoring/proof.server.ts";
import { needsChallenge } from "#app/domain/review/scoring/score.ts";
import { isBouncing, isUnderAttack } from "#app/domain/review/scoring/under-attack.server.ts";
import { network, outsideNetwork } from "./client-address.ts";
import { type FormBody, readFields } from "./form.server.ts";
import type { AppLoadContext } from "./remix.server.ts";

type Counting = Pick<AppLoadContext, "limits" | "clientAddress">;

/**
 * Counts a post by its origin: returns seconds to wait, if it is far more than people send, and what raises
 * the risk. `network` is null if none is known.
 */
export async function countPost({ limits, clientAddress }: Counting) {
  const network = outsideNetwork(clientAddress);
  return {
    network,
    wait: await limits.spend("sign", clientAddress),
    often: (await limits.spend("often", clientAddress)) > 0,
    crowded: network !== null && (await limits.spend("crowded", network)) > 0,
  };
}

/** What a pledge or a letter brings of a requested proof of work, as a signature does. */
const ProofFields = z.object({
  proof: z.string().max(4000).optional().catch(undefined),
  without_proof: checkbox,
});

/** Counts a posted pledge or letter: returns seconds to wait, if its address or network sent too many. */
export async function countEntry({ limits, clientAddress }: Counting): Promise<number> {
  return (
    (await limits.spend("form", clientAddress)) ||
    (await limits.spend("formNetwork", network(clientAddress) ?? ""))
  );
}

/**
 * Tells whether a pledge or letter may be stored; else returns the challenge, or seconds to wait. Few may
 * come without a proof from one network, and about one campaign: no organizer reviews them for that.
 */
export async function proveEntry(
  context: Pick<AppLoadContext, "db" | "env" | "limits" | "clientAddress">,
  { campaignId, email, body }: { campaignId: number; email: string; body: FormBody | null },
): Promise<{ challenge: string } | { wait: number } | null> {
  const { limits, clientAddress } = context;
  const own = outsideNetwork(clientAddress);
  const sent = await limits.spend("oftenForm", clientAddress);
  const ofCampaign = await limits.spend("campaignForm", "", `${campaignId}`);
  const crowded = own !== null && (await limits.spend("crowded", own)) > 0;
  const read = readFields(body, ProofFields);
  const { proof, without_proof: withoutProof } = read.ok
    ? read.value
    : { proof: undefined, without_proof: false };
  const counted = { often: sent > 0 || ofCampaign > 0, crowded };
  const proved = await proveWork(context, { campaignId, email, counted, proof, withoutProof });
  if ("challenge" in proved) return proved;
  if (proved.proof !== "went-on") return null;
  const wait =
    (await limits.spend("unproved", network(clientAddress) ?? "", ` ${campaignId}`)) ||
    (await limits.spend("unprovedAll", "", `${campaignId}`));
  return wait > 0 ? { wait } : null;
}

type Asked = {
  campaignId: number;
  email: string;
  counted: { often: boolean; crowded: boolean };
  proof: string | undefined;
  withoutProof: boolean;
};

/**
 * Tells whether a proof of work was given or is not needed; else returns the challenge. An entry without one
 * is held for review. A wrong proof gets another challenge.
 */
export async function proveWork(
  { db, env }: Pick<AppLoadContext, "db" | "env">,
  { campaignId, email, counted, proof, withoutProof }: Asked,
): Promise<{ proof: Trace["proof"] } | { challenge: string }> {
  const attacked = await isUnderAttack(db, campaignId);
  const bouncing = await isBouncing(db, campaignId);
  if (!needsChallenge({ ...counted, email, attacked, bouncing })) return { proof: "not-asked" };
  if (proof && (await spendProof(db, env.keys, { campaignId, proof }))) return { proof: "solved" };
  if (withoutProof) return { proof: "went-on" };
  return { challenge: await askForProof(env.keys, campaignId) };
}
