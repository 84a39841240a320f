import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { manifestBytes, type PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import { packFiles } from "#app/domain/outgoing/packs/pack.ts";
import { packKeyOf } from "#app/domain/outgoing/packs/pack-key.ts";
import { packKeys } from "#app/domain/outgoing/packs/public-key.server.ts";
import { verifyPack } from "#app/domain/outgoing/packs/verifying/verify-pack.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { aCampaign, firstOf, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aMadePack, packPorts, unpack } from "#tests/support/packs.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const campaign = await aCampaign(db);
for (const name of ["Ana One", "Ben Two", "Cleo Three"])
  await aStoredSignature(db, campaign, {
    name,
    consents: ["sign", "deliver_to_company"],
    comment: 'A "quoted"\nline',
  });
await aLetter(db, campaign, { body: 'Line one.\n\nLine two, "quoted".' });
const { bytes } = await aMadePack(db, campaign);

type Files = Map<string, Buffer>;
const original = await unpack(bytes);

function pack(files: Iterable<readonly [string, Buffer]>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream as never);
}

/** The pack with some files changed. */
const changed = (change: (files: Files) => void) => {
  const files = new Map(original);
  change(files);
  return pack(files);
};

const manifestOf = (files: Files): PackManifest => JSON.parse((files.get("manifest.json") ?? "").toString());
const codesOf = async (file: Buffer, key = packKeys(testKeys)[0] ?? null) =>
  (await verifyPack(file, { key })).findings.map(({ code, file: name }) => (name ? `${code} ${name}` : code));

/** The pack as somebody else would change it, signed with their own key. */
function signedAgain(files: Files, change: (manifest: PackManifest) => void = () => {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(12);
  const manifest = manifestOf(files);
  manifest.key = { ...manifest.key, ...packKeyOf(raw) };
  change(manifest);
  const text = manifestBytes(manifest);
  files.set("manifest.json", text);
  files.set("manifest.sig", sign(null, text, privateKey));
}

test("a pack verifies against the campaign's key, or names its own", async () => {
  const key = firstOf(packKeys(testKeys));
  expect(await verifyPack(bytes, { key })).toMatchObject({
    findings: [],
    keyChecked: true,
    key: { id: key.id },
  });
  expect(await verifyPack(bytes)).toMatchObject({ findings: [], keyChecked: false, key });
  const older = await aMadePack(db, campaign, {
    ...packPorts,
    keys: makeKeys(["another-secret-that-is-long-enough-0002"]),
  });
  expect(await codesOf(older.bytes)).toEqual(["other-key manifest.json", "signature manifest.sig"]);
});

test.each([...packFiles, "manifest.json", "manifest.sig"])("one other byte in %s is found", async (name) => {
  const file = await changed((files) => {
    const content = Buffer.from(files.get(name) ?? "");
    const at = content.length - 2;
    content[at] = (content[at] ?? 0) ^ 1;
    files.set(name, content);
  });
  const codes = await codesOf(file);
  expect(
    codes.some((code) => code.startsWith(name.startsWith("manifest") ? "signature" : `hash ${name}`)),
  ).toBe(true);
});

test("a dropped row, a file more and a file less are found", async () => {
  const dropped = await changed((files) => {
    const lines = (files.get("signatures.csv") ?? "").toString().split("\r\n");
    files.set("signatures.csv", Buffer.from([...lines.slice(0, 1), ...lines.slice(2)].join("\r\n")));
  });
  expect(await codesOf(dropped)).toEqual([
    "length signatures.csv",
    "hash signatures.csv",
    "rows signatures.csv",
  ]);
  expect(await codesOf(await changed((files) => files.set("more.csv", Buffer.from("x"))))).toEqual([
    "unlisted more.csv",
  ]);
  expect(await codesOf(await changed((files) => files.delete("letters.csv")))).toEqual([
    "missing letters.csv",
  ]);
  for (const name of ["manifest.json", "manifest.sig"])
    expect(await codesOf(await changed((files) => files.delete(name)))).toContain(`missing ${name}`);
});

test("another pack's manifest, and one that somebody else signed, are found", async () => {
  const other = await unpack((await aMadePack(db, await aCampaign(db))).bytes);
  const swapped = await changed((files) => {
    for (const name of ["manifest.json", "manifest.sig"]) files.set(name, other.get(name) ?? Buffer.alloc(0));
  });
  expect(await codesOf(swapped)).toContain("hash signatures.csv");

  const forged = await changed((files) => {
    const csv = Buffer.from(`${files.get("signatures.csv")}AAAA-BBBB-CC,2026-10-01,Made Up,US,\r\n`);
    files.set("signatures.csv", csv);
    signedAgain(files, (manifest) => {
      manifest.signatures.rows++;
      manifest.signatures.inAll++;
      manifest.signatures.byCountry.US = (manifest.signatures.byCountry.US ?? 0) + 1;
      manifest.signatures.byPetitionVersion["1"] = (manifest.signatures.byPetitionVersion["1"] ?? 0) + 1;
      manifest.files[0] = {
        name: "signatures.csv",
        rows: manifest.signatures.rows,
        bytes: csv.length,
        sha256: createHash("sha256").update(csv).digest("hex"),
      };
    });
  });
  expect(await codesOf(forged)).toEqual(["other-key manifest.json", "signature manifest.sig"]);
  // Without comparing the key nobody notices, and the output says so.
  expect(await verifyPack(forged)).toMatchObject({ findings: [], keyChecked: false });

  const unsound = await changed((files) => signedAgain(files, ({ signatures }) => signatures.inAll++));
  expect((await verifyPack(unsound)).findings.map(({ code }) => code)).toEqual(["figures"]);
});

test("names that lead elsewhere, are there twice or differ where the bytes begin are found", async () => {
  const renamed = async (from: string, to: string, { central = true, local = true } = {}) => {
    const file = await changed((files) => files.set(from, Buffer.from("x")));
    const [first, last] = [file.indexOf(from), file.lastIndexOf(from)];
    if (local) file.write(to, first);
    if (central) file.write(to, last);
    return codesOf(file);
  };
  expect(await renamed("aaaa/aaaaaa", "../../../xx")).toEqual(["path ../../../xx"]);
  expect(await renamed("aaaaaaaaaaa", "/etc/passwd")).toEqual(["path /etc/passwd"]);
  expect(await renamed("a/bb/ccccccc", "a\\bb\\..\\cccc")).toEqual(["path a\\bb\\..\\cccc"]);
  expect(await renamed("signaturesXcsv", "signatures.csv")).toEqual(["twice signatures.csv"]);
  expect(await renamed("letters.csv", "lettera.csv", { central: false })).toContain("two-names letters.csv");
});

test("what is cut off, is no pack, or would fill a disk ends in one line", async () => {
  for (const cut of [0, 10, bytes.length >> 1, bytes.length - 1])
    expect(await codesOf(bytes.subarray(0, cut)), `${cut} bytes`).toEqual(["no-zip"]);
  expect(await codesOf(Buffer.from("not a pack"))).toEqual(["no-zip"]);
  const bomb = await changed((files) => files.set("letters.csv", Buffer.alloc(30_000_000)));
  expect(await codesOf(bomb)).toEqual(["too-large letters.csv"]);
  const long = await changed((files) => files.set("manifest.json", Buffer.alloc(5_000_000)));
  expect(await codesOf(long)).toEqual(["too-large manifest.json"]);
  const wrong = await changed((files) => files.set("manifest.json", Buffer.from('{"key":{"publicKey":5}}')));
  expect(await codesOf(wrong)).toEqual([
    "no-key manifest.json",
    "signature manifest.sig",
    "manifest manifest.json",
  ]);
});

/** The pack with bytes inserted at `at`, before its central directory, and offsets moved accordingly. */
function spliced(extra: Buffer, at = bytes.readUInt32LE(bytes.length - 6)) {
  const file = Buffer.concat([bytes.subarray(0, at), extra, bytes.subarray(at)]);
  const directory = bytes.readUInt32LE(bytes.length - 6) + extra.length;
  file.writeUInt32LE(directory, file.length - 6);
  for (let entry = directory; file.readUInt32LE(entry) === 0x02014b50; ) {
    const offset = file.readUInt32LE(entry + 42);
    if (offset >= at) file.writeUInt32LE(offset + extra.length, entry + 42);
    entry +=
      46 + file.readUInt16LE(entry + 28) + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32);
  }
  return file;
}

test("bytes that belong to no listed file are found in every place", async () => {
  const hidden = Buffer.from("PK\u0003\u0004 a list that nobody signed");
  const local = await pack([["signatures.csv", Buffer.from("receipt_code\r\n")]]);
  const secondHeader = local.subarray(0, local.readUInt32LE(local.length - 6));
  const second = bytes.indexOf("PK\u0003\u0004", 4, "latin1");
  for (const [where, file] of Object.entries({
    "before all": spliced(hidden, 0),
    "between two files": spliced(hidden, second),
    "a second file of the same name": spliced(secondHeader),
    "before the directory": spliced(hidden),
    "after the directory": Buffer.concat([bytes.subarray(0, -22), hidden, bytes.subarray(-22)]),
    "as its comment": Buffer.concat([bytes.subarray(0, -2), Buffer.from([hidden.length, 0]), hidden]),
  }))
    expect(await codesOf(file), where).toEqual(["beside"]);
  expect(await codesOf(Buffer.concat([bytes, hidden])), "after all").toEqual(["no-zip"]);
  expect(await codesOf(Buffer.concat([hidden, bytes])), "before all, not told").toContain("damaged");
});

test("sizes that are made up are found, and nothing is unpacked beyond them", async () => {
  const directory = bytes.readUInt32LE(bytes.length - 6);
  for (const [field, size] of [
    [20, 0x7fffffff],
    [24, 0x7fffffff],
    [24, 1],
  ] as const) {
    const file = Buffer.from(bytes);
    file.writeUInt32LE(size, directory + field);
    expect((await codesOf(file)).length, `${field} ${size}`).toBeGreaterThan(0);
  }
});

/** The pack with its directory's first entry changed, and the directory's length adjusted. */
function inDirectory(change: (entry: Buffer) => Buffer, longer = 0): Buffer {
  const at = bytes.readUInt32LE(bytes.length - 6);
  const end = Buffer.from(bytes.subarray(-22));
  end.writeUInt32LE(end.readUInt32LE(12) + longer, 12);
  const entries = Buffer.from(bytes.subarray(at, -22));
  return Buffer.concat([bytes.subarray(0, at), change(entries), end]);
}

test("bytes hidden in the directory, and files that unpack as links, are found", async () => {
  const hidden = Buffer.concat([
    Buffer.from([0x99, 0x99, 28, 0]),
    Buffer.from("a list that nobody signed..."),
  ]);
  const stuffed = inDirectory((entries) => {
    const name = entries.readUInt16LE(28);
    const extra = entries.readUInt16LE(30);
    entries.writeUInt16LE(extra + hidden.length, 30);
    const from = 46 + name + extra;
    return Buffer.concat([entries.subarray(0, from), hidden, entries.subarray(from)]);
  }, hidden.length);
  expect(await codesOf(stuffed)).toEqual(["beside"]);
  const link = inDirectory((entries) => {
    entries.writeUInt16LE(0x0314, 4);
    entries.writeUInt32LE(0xa1ff0000, 38);
    return entries;
  });
  const [first] = await codesOf(link);
  expect(first).toMatch(/^no-file /);
});
