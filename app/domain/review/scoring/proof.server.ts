import { createHash, randomInt } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";

/** PBKDF2 iterations per try, and tries needed: about 0.3 s on a phone (decision 20). */
const cost = 2000;
const tries = { atLeast: 80, below: 160 };

/** Minutes to solve a challenge: browsers do so as soon as the page loads. */
const minutes = 20;

/** Secrets that sign challenges, newest first. */
const secretsOf = (keys: Keys) =>
  hmacsByEveryKey(keys, "proof", "challenge").map((digest) => {
    const secret = digest.toString("hex");
    return { hmacSignatureSecret: secret, hmacKeySignatureSecret: `key ${secret}` };
  });

/** Makes a challenge (ALTCHA version 2) for one campaign, as JSON. Only its maker knows the solution. */
export async function askForProof(keys: Keys, campaignId: number, now = new Date()): Promise<string> {
  const [secrets] = secretsOf(keys);
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost,
    deriveKey,
    counter: randomInt(tries.atLeast, tries.below),
    data: { campaign: campaignId },
    expiresAt: Math.floor(now.getTime() / 1000) + minutes * 60,
    ...secrets,
  });
  return JSON.stringify(challenge);
}

const hex = z.string().regex(/^[0-9a-f]{2,128}$/);
const Proof = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal("PBKDF2/SHA-256"),
      nonce: hex,
      salt: hex,
      keyPrefix: hex,
      keySignature: hex,
      cost: z.literal(cost),
      keyLength: z.literal(32),
      expiresAt: z.number().int(),
      data: z.strictObject({ campaign: z.number().int() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.number().int().min(0).max(tries.below), derivedKey: hex }),
});

/**
 * Accepts a proof of work once: if it solves an unexpired challenge that this site made for this campaign.
 */
export async function spendProof(
  db: Db,
  keys: Keys,
  { campaignId, proof }: { campaignId: number; proof: string },
  now = new Date(),
): Promise<boolean> {
  const given = Proof.safeParse(parsed(proof));
  if (!given.success) return false;
  const { challenge, solution } = given.data;
  const { data, expiresAt } = challenge.parameters;
  if (data.campaign !== campaignId || expiresAt * 1000 <= now.getTime()) return false;
  const verified = await Promise.all(
    secretsOf(keys).map((secrets) => verifySolution({ challenge, solution, deriveKey, ...secrets })),
  );
  if (!verified.some((one) => one.verified)) return false;
  const sha256 = createHash("sha256").update(challenge.signature).digest();
  const spent = await db.execute(sql`
    insert into spent_proofs (sha256, expires_at)
      values (${sha256}, ${new Date(expiresAt * 1000).toISOString()}::timestamptz)
    on conflict do nothing returning sha256`);
  return spent.length === 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
