import { expect, test } from "vitest";
import { packKeys } from "#app/domain/outgoing/packs/public-key.server.ts";
import { verifyPack } from "#app/domain/outgoing/packs/verifying/verify-pack.server.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aMadePack, unpack } from "#tests/support/packs.ts";

const db = await aDatabase();

const campaign = await aCampaign(db);

await aLetter(db, campaign, { body: 'Line one.\n\nLine two, "quoted".' });

const { bytes } = await aMadePack(db, campaign);

const original = await unpack(bytes);

const codesOf = async (file: Buffer, key = packKeys(testKeys)[0] ?? null) =>
  (await verifyPack(file, { key })).findings.map(({ code, file: name }) => (name ? `${code} ${name}` : code));

test("a flipped byte is found, or changes nothing that is read", async () => {
  let found = 0;
  for (let at = 0; at < bytes.length; at += 41) {
    const file = Buffer.from(bytes);
    file[at] = (file[at] ?? 0) ^ 0x10;
    if ((await codesOf(file)).length > 0) found++;
    else expect(await unpack(file), `byte ${at}`).toEqual(original);
  }
  expect(found).toBeGreaterThan(bytes.length / 41 / 2);
});
