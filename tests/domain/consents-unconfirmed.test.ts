// Anyone can type anyone's address: a form's consents take effect once its owner confirms that very form.
import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmLetter } from "#app/domain/entries/letters/confirm-letter.server.ts";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { countAudience } from "#app/domain/outgoing/updates/progress.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { consents, signatureForms, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys as keys, rowIn, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aPledgeInput, newestPledge } from "#tests/support/holders.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { sign } from "#tests/support/sign.ts";
import { aLetterInput, newestLetter } from "#tests/support/writers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const day = 86_400_000;
const after = (days: number) => new Date(now.getTime() + days * day);
const files = { list: async () => [], remove: async () => {} };
const kinds = ["signature", "pledge", "letter"] as const;
type Kind = (typeof kinds)[number];

let people = 0;

/** An address, and forms of each kind that anyone can post with it and only its owner confirms. */
async function anAddress() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, 2027);
  const to = `owner-${people++}@example.org`;
  const inputs = {
    signature: aSignatureInput(campaign, { to }),
    pledge: aPledgeInput({ campaign, meeting }, { to }),
    letter: aLetterInput(campaign, { to }),
  };
  const own: Record<Kind, ConsentPurpose[]> = {
    signature: ["sign"],
    pledge: ["pledge"],
    letter: ["letter", "deliver_letter"],
  };
  const person = async () => {
    return rowIn(db, supporters, { emailCanonical: to });
  };
  const post = async (kind: Kind, ticked: ConsentPurpose[], at: Date) => {
    const agreed = { consents: [...own[kind], ...ticked] };
    if (kind === "signature") await sign(db, { ...inputs.signature, ...agreed }, at);
    else if (kind === "pledge") await pledge(db, keys, { ...inputs.pledge, ...agreed }, at);
    else await writeLetter(db, keys, { ...inputs.letter, ...agreed }, at);
  };
  const confirm = async (kind: Kind, at: Date) => {
    if (kind === "pledge")
      return confirmPledge(db, keys, (await newestPledge(db, inputs.pledge)).publicId, at);
    if (kind === "letter")
      return confirmLetter(db, keys, (await newestLetter(db, inputs.letter)).publicId, at);
    const [row] = await rowsIn(db, signatures, { supporterId: (await person()).id });
    const [form] = await rowsIn(db, signatureForms, { signatureId: row?.id ?? 0 }, desc(signatureForms.id));
    return confirmSignature(db, keys, (form ?? row)?.publicId ?? "", at);
  };
  const stored = async () => {
    const rows = await rowsIn(db, consents, { supporterId: (await person()).id });
    return rows.map(({ purpose, grantedAt, revokedAt }) => ({ purpose, grantedAt, revokedAt }));
  };
  const granted = async () =>
    (await stored())
      .filter(({ revokedAt }) => !revokedAt)
      .map((row) => row.purpose)
      .sort();
  const readers = (at: Date) =>
    countAudience(db, { campaignId: campaign.id, audience: everyone, continuesId: null }, at);
  return { campaign, post, confirm, stored, granted, readers, own };
}

const others = (kind: Kind) => kinds.filter((other) => other !== kind);
const bothWays = kinds.flatMap((typed) => others(typed).map((confirmed) => [typed, confirmed] as const));
const extra: ConsentPurpose[] = ["updates", "public_name"];

test.each(bothWays)(
  "what an unconfirmed %s agrees to is not in force when only a %s is confirmed, and goes with it",
  async (typed, confirmed) => {
    const { post, confirm, stored, granted, readers, own } = await anAddress();
    await post(typed, extra, now);
    await post(
      typed,
      [...extra, ...(typed === "signature" ? (["deliver_to_company"] as const) : [])],
      after(0.01),
    );
    expect(await stored()).toEqual([]);

    await post(confirmed, [], after(0.02));
    await confirm(confirmed, after(1));
    await post(typed, extra, after(1.5));
    expect(await granted()).toEqual([...own[confirmed]].sort());
    expect(await readers(after(2))).toBe(0);

    await purgePending(db, files, after(30));
    expect((await stored()).map(({ purpose }) => purpose).sort()).toEqual([...own[confirmed]].sort());
    expect(await readers(after(31))).toBe(0);
  },
);

test.each(kinds)("what a %s agrees to is in force from when it is confirmed", async (kind) => {
  const { post, confirm, stored, granted, readers, own } = await anAddress();
  await post(kind, [], now);
  await post(kind, extra, after(0.01));
  await confirm(kind, after(1));
  expect(await granted()).toEqual([...own[kind], ...extra].sort());
  for (const { grantedAt } of await stored()) expect(grantedAt).toEqual(after(1));
  expect(await readers(after(2))).toBe(1);
});

test("somebody who confirmed a pledge gets updates by a signature once that is confirmed", async () => {
  const { post, confirm, granted, readers } = await anAddress();
  await post("pledge", [], now);
  await confirm("pledge", now);
  await post("signature", ["updates", "deliver_to_company"], after(1));
  expect(await granted()).toEqual(["pledge"]);
  await confirm("signature", after(2));
  expect(await granted()).toEqual(["deliver_to_company", "pledge", "sign", "updates"]);
  expect(await readers(after(3))).toBe(1);
});
