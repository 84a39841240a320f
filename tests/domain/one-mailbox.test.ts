import { inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { listSuppressions } from "#app/domain/queue/find-suppressed.server.ts";
import { findPublicId } from "#app/domain/supporters/queries.server.ts";
import { requestManageLink } from "#app/domain/supporters/request-manage-link.server.ts";
import { reapplyErasures } from "#app/domain/upkeep/erasure/reapply-erasures.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import { outbox, signatures, supporters, suppressions } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
type Campaign = Awaited<ReturnType<typeof aCampaign>>;

/** Signs and confirms, stored under `earlier`. */
async function signedEarlier(campaign: Campaign, to: string, earlier: string, minute: number) {
  await sign(db, aSignatureInput(campaign, { to: `${minute}-${campaign.id}@example.org` }), at(minute));
  const [person] = await db
    .update(supporters)
    .set({ email: to, emailCanonical: earlier })
    .where(inArray(supporters.email, [`${minute}-${campaign.id}@example.org`]))
    .returning();
  const [signature] = await db
    .select()
    .from(signatures)
    .where(sql`${signatures.supporterId} = ${person?.id ?? 0}`);
  await confirmSignature(db, testKeys, signature?.publicId ?? "", at(minute + 1));
  return person as NonNullable<typeof person>;
}

const at = (minute: number) => new Date(Date.UTC(2026, 8, 1, 12, minute));
const statesOf = async (campaign: Campaign) =>
  Object.fromEntries(
    (
      await db.execute<{ stored: string; state: string }>(sql`
        select p.email_canonical as stored, s.state::text as state from signatures s
        join supporters p on p.id = s.supporter_id where s.campaign_id = ${campaign.id}`)
    ).map(({ stored, state }) => [stored, state]),
  );

test("one mailbox signs once, however its provider lets it be written", async () => {
  const campaign = await aCampaign(db);
  const hosts = ["proton.me", "protonmail.com", "pm.me"];
  for (let n = 0; n < 15; n++) {
    const local = [..."onceonly"].map((letter, i) =>
      (n >> (i % 4)) & 1 && i > 0 ? `${".-_"[i % 3]}${letter}` : letter,
    );
    await sign(db, aSignatureInput(campaign, { to: `${local.join("")}@${hosts[n % 3]}` }), at(n));
  }
  for (const host of ["icloud.com", "me.com", "mac.com"])
    await sign(db, aSignatureInput(campaign, { to: `once@${host}` }), at(20));
  for (const name of ["shop", "news"])
    await sign(db, aSignatureInput(campaign, { to: `${name}@once.fastmail.com` }), at(21));
  expect(Object.keys(await statesOf(campaign)).sort()).toEqual([
    "once@fastmail.com",
    "once@icloud.com",
    "onceonly@proton.me",
  ]);
});

test("two people of one mailbox stay, and both get a link to their own page", async () => {
  const campaign = await aCampaign(db);
  const first = await signedEarlier(campaign, "pair@pm.me", "pair@proton.me", 0);
  await signedEarlier(campaign, "P.air@protonmail.com", "pair+2@proton.me", 1);
  await sign(db, aSignatureInput(campaign, { to: "pa_ir@proton.me" }), at(9));
  expect(Object.keys(await statesOf(campaign))).toHaveLength(2);
  expect(await findPublicId(db, "pair@proton.me")).toBe(first.publicId);
  await requestManageLink(db, { canonical: "pair@proton.me" }, at(10));
  const asked = sql`${outbox.template} = 'manage-link' and ${outbox.createdAt} = ${at(10).toISOString()}`;
  expect(await db.$count(outbox, asked)).toBe(2);
});

test("who was never to be written to, or erased, under an earlier form stays so", async () => {
  const campaign = await aCampaign(db);
  const hashed = (form: string) => hmac(testKeys, "address", form);
  for (const form of ["no.more@protonmail.com", "nomail@me.com"]) {
    const { keyId, digest } = hashed(form);
    await db.insert(suppressions).values({ addressHmac: digest, keyId, reason: "never" });
  }
  expect(await listSuppressions(db, testKeys, "No.More+x@protonmail.com")).toEqual(["never"]);
  expect(await listSuppressions(db, testKeys, "nomail@icloud.com")).toEqual(["never"]);
  expect(await listSuppressions(db, testKeys, "somebody@icloud.com")).toEqual([]);

  // Erased under that form; then an archive from before was restored.
  const gone = await signedEarlier(campaign, "G.one@pm.me", "gone@proton.me", 30);
  const stays = await signedEarlier(campaign, "gone@protonmail.com", "gone+2@proton.me", 31);
  const { keyId, digest } = hashed("g.one@pm.me");
  const record = { keyId, addressHmac: digest.toString("hex"), erasedAt: at(40).toISOString() };
  const ports = { keys: testKeys, records: [record], removeMails: async () => {} };
  expect(await reapplyErasures(db, ports)).toBe(1);
  const left = await db
    .select({ id: supporters.id })
    .from(supporters)
    .where(inArray(supporters.id, [gone.id, stays.id]));
  expect(left).toEqual([{ id: stays.id }]);
});
