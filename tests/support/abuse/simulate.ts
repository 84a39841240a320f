import { sql } from "drizzle-orm";
import { vi } from "vitest";
import { canonicalAddress } from "#app/domain/base/address.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { SignatureForm } from "#app/domain/entries/signatures/signature-form.ts";
import type { Trace } from "#app/domain/entries/trace.ts";
import { listDomainCrowds } from "#app/domain/review/list-domain-crowds.server.ts";
import { speaksForeign } from "#app/domain/review/scoring/languages.ts";
import { needsChallenge } from "#app/domain/review/scoring/score.ts";
import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { isUnderAttack } from "#app/domain/review/scoring/under-attack.server.ts";
import { network } from "#app/http/client-address.ts";
import { createRateLimits } from "#app/http/rate-limits.server.ts";
import type { Db } from "#db/index.ts";
import { aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { sign } from "#tests/support/sign.ts";
import { attackers, onePersons, repeaters, strangers } from "./attackers.ts";
import { honestPeople, type Posted } from "./people.ts";

export type Simulated = {
  seed: number;
  honest: number;
  attackers: number;
  /** Share of made-up signatures that do not count. */
  recall: number;
  honestHeld: number;
  /** Share of honest people on hold. */
  honestHeldShare: number;
  honestRefused: number;
  /** Of those who sign many times from one mailbox: signatures that count, and who is shown for review. */
  repeated: Record<string, { counted: number; shown: boolean }>;
  /** Fake ones that count, by kind, and honest ones on hold, by origin. */
  missed: Record<string, number>;
  wronglyHeld: Record<string, number>;
  /** Why honest people are on hold. */
  wronglyFor: Record<string, number>;
};

/** Three days begin here. */
const start = Date.UTC(2026, 8, 14);
/** Simulated milliseconds between two runs of the job. */
const scoreEvery = 60_000;

/**
 * Plays three days of signing and confirming on a real database, at the times at which things happen, through
 * the form's rules, the limits, `sign`, `confirmSignature` and the job that scores; then compares what counts
 * with the labels.
 */
export async function simulateAbuse(
  db: Db,
  campaign: { id: number; petitionVersion: number },
  { seed, size }: { seed: number; size: number },
): Promise<Simulated> {
  const mailboxes = withDistinctAddresses([...honestPeople(seed, size), ...attackers(seed, size)]);
  const posted = [
    ...mailboxes,
    ...repeaters(seed, size),
    ...strangers(
      seed,
      mailboxes.filter(({ honest }) => honest),
    ),
  ];
  const events = posted
    .flatMap((post) => [
      { at: post.at, post, confirms: false },
      ...(post.wait === null ? [] : [{ at: post.at + post.wait, post, confirms: true }]),
    ])
    .sort((a, b) => a.at - b.at);
  const limits = createRateLimits();
  const refused = new Set<Posted>();
  let lastCheck = 0;
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    for (const { at, post, confirms } of events) {
      if (at - lastCheck >= scoreEvery) {
        await scoreSignatures(db, { now: new Date(start + at) });
        lastCheck = at;
      }
      vi.setSystemTime(start + at);
      const now = new Date(start + at);
      if (!confirms) {
        if (await isRefused(limits, post)) refused.add(post);
        else await sign(db, inputOf(campaign, post, await proofOf(db, campaign, limits, post, now)), now);
      } else if (!refused.has(post)) {
        await confirmSignature(db, testKeys, await publicIdOf(db, post), now);
      }
    }
    await scoreSignatures(db, { now: new Date(start + (events.at(-1)?.at ?? 0) + scoreEvery) });
  } finally {
    vi.useRealTimers();
  }
  return compare(db, campaign, mailboxes, refused, seed);
}

async function isRefused(limits: Limits, post: Posted): Promise<boolean> {
  const { name, email, country, honeypot } = post;
  const form = { name, email, country, consent_sign: "on", ...(honeypot && { subject: "hello" }) };
  return !SignatureForm.safeParse(form).success || (await limits.spend("sign", post.address)) > 0;
}

type Limits = ReturnType<typeof createRateLimits>;

/** Whether a proof of work is requested. One person in thirty has no JavaScript; programs solve all. */
async function proofOf(
  db: Db,
  campaign: { id: number },
  limits: Limits,
  { address, email, honest }: Posted,
  now: Date,
): Promise<Trace["proof"]> {
  const asked = needsChallenge({
    often: (await limits.spend("often", address)) > 0,
    crowded: (await limits.spend("crowded", network(address) ?? "")) > 0,
    email: canonicalAddress(email),
    attacked: await isUnderAttack(db, campaign.id, now),
    bouncing: false,
  });
  if (!asked) return "not-asked";
  return honest && email.length % 30 === 0 ? "went-on" : "solved";
}

const inputOf = (campaign: { id: number; petitionVersion: number }, post: Posted, proof: Trace["proof"]) =>
  aSignatureInput(campaign, {
    to: post.email,
    name: post.name,
    country: post.country,
    trace: {
      network: network(post.address),
      honeypot: post.honeypot,
      foreignLanguage: speaksForeign(post.acceptLanguage, post.country),
      proof,
    },
  });

/** People share no mailbox here: a repeated address is replaced. */
function withDistinctAddresses(posted: Posted[]): Posted[] {
  const seen = new Set<string>();
  return posted.map((post) => {
    let email = post.email;
    for (let n = 2; seen.has(canonicalAddress(email)); n++)
      email = post.email.replace(
        "@",
        `${"abcdefghijklmnopqrstuvwxyz".repeat(2).slice(n % 26, (n % 26) + 3)}@`,
      );
    seen.add(canonicalAddress(email));
    return { ...post, email };
  });
}

async function publicIdOf(db: Db, { email }: Posted): Promise<string> {
  const [row] = await db.execute<{ public_id: string }>(sql`
    select s.public_id from signatures s join supporters p on p.id = s.supporter_id
    where p.email_canonical = ${canonicalAddress(email)}`);
  if (!row) throw new Error(`${email} did not sign`);
  return row.public_id;
}

async function compare(
  db: Db,
  campaign: { id: number },
  posted: readonly Posted[],
  refused: ReadonlySet<Posted>,
  seed: number,
): Promise<Simulated> {
  const rows = await db.execute<{ email: string; state: string; held: string | null }>(sql`
    select p.email_canonical as email, s.state, array_to_string(r.reasons, ' ') as held
    from signatures s join supporters p on p.id = s.supporter_id
    left join signature_reviews r on r.signature_id = s.id
    where s.campaign_id = ${campaign.id}`);
  const stored = new Map(rows.map((row) => [row.email, row]));
  const of = (post: Posted) => stored.get(canonicalAddress(post.email));
  const crowds = await listDomainCrowds(db, campaign.id);
  const honest = posted.filter((post) => post.honest);
  const made = posted.filter((post) => !post.honest);
  const missed = made.filter((post) => of(post)?.state === "confirmed");
  const wrongly = honest.filter((post) => of(post)?.held);
  return {
    seed,
    honest: honest.length,
    attackers: made.length,
    honestHeld: wrongly.length,
    recall: 1 - missed.length / made.length,
    honestHeldShare: wrongly.length / honest.length,
    honestRefused: honest.filter((post) => refused.has(post)).length,
    repeated: Object.fromEntries(
      Object.entries(onePersons).map(([who, domain]) => [
        who,
        {
          counted: [...stored].filter(
            ([email, { state }]) =>
              email.endsWith(domain) &&
              email.includes(who === "proton" ? "onepersonwith" : "") &&
              state === "confirmed",
          ).length,
          shown: crowds.some((crowd) => crowd.domain === domain),
        },
      ]),
    ),
    missed: tally(missed),
    wronglyHeld: tally(wrongly),
    wronglyFor: tally(wrongly.map((post) => ({ who: of(post)?.held ?? "" }))),
  };
}

function tally(posted: readonly Pick<Posted, "who">[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { who } of posted) counts[who] = (counts[who] ?? 0) + 1;
  return counts;
}
