import type { Trace } from "#app/domain/entries/trace.ts";
import { askForProof, spendProof } from "#app/domain/review/scoring/proof.server.ts";
import { isRaised } from "#app/domain/review/scoring/risk.ts";
import { isUnderAttack } from "#app/domain/review/scoring/under-attack.server.ts";
import { outsideNetwork } from "./client-address.ts";
import type { AppLoadContext } from "./remix.server.ts";

/**
 * Counts a post by its origin: returns seconds to wait, if it is far more than people send, and what raises
 * the risk. `network` is null if none is known.
 */
export async function countPost({ limits, clientAddress }: Pick<AppLoadContext, "limits" | "clientAddress">) {
  const network = outsideNetwork(clientAddress);
  return {
    network,
    wait: await limits.spend("sign", clientAddress),
    often: (await limits.spend("often", clientAddress)) > 0,
    crowded: network !== null && (await limits.spend("crowded", network)) > 0,
  };
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
  if (!isRaised({ ...counted, email, attacked })) return { proof: "not-asked" };
  if (proof && (await spendProof(db, env.keys, { campaignId, proof }))) return { proof: "solved" };
  if (withoutProof) return { proof: "went-on" };
  return { challenge: await askForProof(env.keys, campaignId) };
}
