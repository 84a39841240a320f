import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  findShareLink,
  makeShareLink,
  removeShareLink,
} from "#app/domain/campaign/share-links/share-link.server.ts";
import { isShareCode, ownLinkSource, roundArrivals } from "#app/domain/campaign/share-links/share-link.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { exportOwnData } from "#app/domain/upkeep/own-data/export-own-data.server.ts";
import { aCampaign, aSignatureInput, existing, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };

let people = 0;
/** Signs, through somebody's link if a code is given; `confirm` makes it count. */
async function someone(campaign: { id: number; petitionVersion: number }, shareCode: string | null = null) {
  const to = `link-${people++}@example.org`;
  const source = shareCode ? ownLinkSource : null;
  await sign(db, aSignatureInput(campaign, { to, source, shareCode }));
  const [row] = await db.execute<{ person: string; supporter: number; signature: string }>(sql`
    select p.public_id as person, p.id::int as supporter, s.public_id as signature
    from supporters p join signatures s on s.supporter_id = p.id where p.email = ${to}`);
  if (!row) throw new Error("nothing was stored");
  const whose = { supporterId: row.supporter, campaignId: campaign.id };
  return { ...row, to, whose, confirm: () => confirmSignature(db, testKeys, row.signature) };
}

async function aSharer(campaign: { id: number; petitionVersion: number }) {
  const sharer = await someone(campaign);
  await sharer.confirm();
  await makeShareLink(db, sharer.whose);
  const link = existing(await findShareLink(db, sharer.whose));
  return { ...sharer, code: link.code };
}

const arrived = async (code: string) =>
  (await db.execute<{ arrived: number }>(sql`select arrived from share_links where code = ${code}`))[0]
    ?.arrived;
const leadsBack = () => db.execute(sql`select 1 from signatures where share_link_id is not null`);

test("only who has confirmed gets a link, and keeps the one they have", async () => {
  const campaign = await aCampaign(db);
  const person = await someone(campaign);
  expect(await makeShareLink(db, person.whose)).toBe(false);
  expect(await findShareLink(db, person.whose)).toBeNull();
  await person.confirm();
  expect(await makeShareLink(db, person.whose)).toBe(true);
  const link = await findShareLink(db, person.whose);
  expect(isShareCode(link?.code ?? "")).toBe(true);
  expect(await makeShareLink(db, person.whose)).toBe(true);
  expect((await findShareLink(db, person.whose))?.code).toBe(link?.code);
  const other = await aCampaign(db);
  expect(await makeShareLink(db, { ...person.whose, campaignId: other.id })).toBe(false);
});

test("an arrival by a link counts on confirmation, and is then anonymous", async () => {
  const campaign = await aCampaign(db);
  const { code } = await aSharer(campaign);
  const came = await someone(campaign, code);
  expect([await arrived(code), (await leadsBack()).length]).toEqual([0, 1]);
  await came.confirm();
  await came.confirm();
  expect([await arrived(code), (await leadsBack()).length]).toEqual([1, 0]);
  const rows = await db.execute<{ value: string; n: number }>(sql`
    select value, sum(n)::int as n from activity_hours
    where campaign_id = ${campaign.id} and measure = 'source' group by 1 order by 1`);
  expect([...rows]).toEqual([
    { value: "", n: 1 },
    { value: ownLinkSource, n: 1 },
  ]);
  const [{ everywhere } = { everywhere: "" }] = await db.execute<{ everywhere: string }>(sql`
    select string_agg(to_jsonb(s)::text, ' ') || (select string_agg(to_jsonb(a)::text, ' ')
      from activity_hours a) as everywhere
    from signatures s`);
  expect(everywhere).not.toContain(code);
});

test("a second unconfirmed form counts its last link, and one's own counts nothing", async () => {
  const campaign = await aCampaign(db);
  const [first, second] = [await aSharer(campaign), await aSharer(campaign)];
  const person = await someone(campaign, first.code);
  await sign(db, aSignatureInput(campaign, { to: person.to, source: ownLinkSource, shareCode: second.code }));
  await person.confirm();
  expect([await arrived(first.code), await arrived(second.code)]).toEqual([0, 1]);

  await db.execute(
    sql`update signatures set state = 'withdrawn', withdrawn_at = now()
      where public_id = ${second.signature}`,
  );
  await sign(db, aSignatureInput(campaign, { to: second.to, source: ownLinkSource, shareCode: second.code }));
  const [{ public_id: newest } = { public_id: "" }] = await db.execute<{ public_id: string }>(
    sql`select public_id from signatures where supporter_id = ${second.supporter}`,
  );
  await confirmSignature(db, testKeys, newest);
  expect(await arrived(second.code)).toBe(1);
});

test("a code of another campaign, or one that was never made, counts nobody", async () => {
  const [campaign, other] = [await aCampaign(db), await aCampaign(db)];
  const { code } = await aSharer(campaign);
  await (await someone(other, code)).confirm();
  await (await someone(campaign, "p-0000000000")).confirm();
  expect(await arrived(code)).toBe(0);
});

test("its person is told in steps of five, takes it with them, and can end it", async () => {
  expect([0, 4, 5, 9, 10].map(roundArrivals)).toEqual([0, 0, 5, 5, 10]);
  const campaign = await aCampaign(db);
  const sharer = await aSharer(campaign);
  await db.execute(sql`update share_links set arrived = 7 where code = ${sharer.code}`);
  expect((await exportOwnData(db, testKeys, sharer.person))?.signatures[0]?.shareLink).toMatchObject({
    code: sharer.code,
    told: 5,
  });
  const waits = await someone(campaign, sharer.code);
  await removeShareLink(db, sharer.whose);
  expect(await findShareLink(db, sharer.whose)).toBeNull();
  expect(await leadsBack()).toHaveLength(0);
  expect((await waits.confirm()).outcome).toBe("confirmed");
});

test("a link goes with its person, while those who came by it wait or confirm", async () => {
  const campaign = await aCampaign(db);
  const sharer = await aSharer(campaign);
  const waiting = await Promise.all(Array.from({ length: 12 }, () => someone(campaign, sharer.code)));
  const [outcome, ...confirmed] = await Promise.all([
    eraseSupporter(db, ports, { publicId: sharer.person, actor: "supporter" }),
    ...waiting.map(({ confirm }) => confirm()),
    sign(db, aSignatureInput(campaign, { to: waiting[0]?.to ?? "", shareCode: sharer.code })),
  ]);
  expect(outcome).toMatchObject({ outcome: "erased" });
  expect(confirmed.slice(0, 12).map((one) => one && "outcome" in one && one.outcome)).toEqual(
    Array(12).fill("confirmed"),
  );
  expect(await arrived(sharer.code)).toBeUndefined();
  expect(await leadsBack()).toHaveLength(0);
});
