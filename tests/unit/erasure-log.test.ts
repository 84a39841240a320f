// The log of erasures, as a file and in a bucket.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openBucketLog } from "#app/lib/erasure-bucket.server.ts";
import { openErasureLog } from "#app/lib/erasure-log.server.ts";
import { type ErasureLog, LogUnwritten } from "#app/lib/erasure-record.ts";
import { freePort } from "#tests/support/free-port.ts";
import { aFolder, findProgram } from "#tests/support/proxies.ts";

const erasure = (number: number) => ({
  number,
  keyId: "0a1b2c3d",
  addressHmac: number.toString(16).padStart(64, "0"),
  erasedAt: "2026-12-01T10:00:00.000Z",
});
const line = (number: number) => {
  const { number: _, ...rest } = erasure(number);
  return expect.objectContaining(rest);
};
const id = "3c0f7a52-6e1c-4a31-9a05-6b7de4a6f1aa";

/** A folder on a file system of 4 kB, which `enlarge` gives room. */
function aFullDisk() {
  const folder = aFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", [folder]));
  return { folder, enlarge: () => execFileSync("mount", ["-o", "remount,size=64k", folder]) };
}

test("a disk that fills up in the middle of a line loses that line alone", async ({ skip }) => {
  if (process.getuid?.() !== 0) return skip("mounting a small disk needs root");
  const { folder, enlarge } = aFullDisk();
  const log = openErasureLog({ file: join(folder, "erasures.log") });
  let number = 1;
  const fill = async () => {
    for (; ; number++) await log.append(erasure(number));
  };
  await expect(fill()).rejects.toThrow(LogUnwritten);
  await expect(log.append(erasure(number))).rejects.toThrow("cannot be written (ENOSPC). Nobody was erased.");
  const text = readFileSync(log.place, "utf8");
  expect(text.endsWith("\n"), "the last line is cut short").toBe(false);

  enlarge();
  await log.append(erasure(number + 1));
  const { lines, newest, broken } = (await log.read()) ?? {};
  expect(lines).toHaveLength(number);
  expect(lines?.at(-1)).toEqual(line(number + 1));
  expect({ newest, broken }).toEqual({ newest: number + 1, broken: [text.split("\n").length] });
});

test("lines of earlier versions are read, and what is no record is named", async () => {
  const file = join(aFolder(), "erasures.log");
  const log = openErasureLog({ file });
  expect(await log.read()).toBeNull();
  const { number: _, ...old } = erasure(5);
  writeFileSync(file, `${JSON.stringify(old)}\n{"keyId":"0a1b","addr`);
  await log.append({ log: id });
  await log.append({ number: 3, mark: "2026-12-01T10:00:00.000Z" });
  expect(await log.read()).toEqual({ id, newest: 3, lines: [line(5)], broken: [2] });
});

const bucketAt = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  name: "erasures",
  prefix: "a/site",
  accessKeyId: "k",
  secretAccessKey: "s",
});
const namesOfPage = 20;
const openPaged = (endpoint: string) => openBucketLog(bucketAt(endpoint), namesOfPage);

test("a bucket keeps what several machines write at once, beyond one page of names", async ({ skip }) => {
  const python = findProgram("python3");
  const moto = "/usr/lib/python3/dist-packages/moto/server.py";
  if (!python || !existsSync(moto)) return skip("no S3 server (Debian: apt-get install python3-moto)");
  const port = await freePort();
  const server = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  onTestFinished(async () => {
    server.kill();
    await once(server, "exit");
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await expect
    .poll(() =>
      fetch(endpoint).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true);
  const log = openPaged(endpoint);
  await expect(log.append({ log: id })).rejects.toThrow(/NoSuchBucket.*Nobody was erased/);
  await fetch(`${endpoint}/erasures`, { method: "PUT" });
  // A folder made in a console is no log; the object that stands for a lost one is.
  await fetch(`${endpoint}/erasures/a/site/`, { method: "PUT" });
  expect(await log.read()).toBeNull();
  await fetch(`${endpoint}${new URL(log.emptyFile.replace("s3:/", ""), endpoint).pathname}`, {
    method: "PUT",
  });
  expect(await log.read()).toEqual({ id: null, newest: 0, lines: [], broken: [] });

  await log.append({ log: id });
  const numbers = Array.from({ length: 2 * namesOfPage + 3 }, (_, n) => n + 1);
  const two = [log, openPaged(endpoint)];
  const waiting = [...numbers];
  const write = async (at: ErasureLog) => {
    for (let n = waiting.shift(); n; n = waiting.shift()) await at.append(erasure(n));
  };
  await Promise.all([...two, ...two].map(write));
  expect(await log.read()).toEqual({ id, newest: numbers.length, lines: numbers.map(line), broken: [] });
  await log.append({ number: 2000, mark: "2026-12-01T10:00:00.000Z" });
  expect(await log.read()).toMatchObject({ newest: 2000 });
});

test("a bucket that does not answer erases nobody", async () => {
  // Any other port may be taken in between. No program listens on this one (IANA: compressnet).
  const log = openErasureLog({ bucket: bucketAt("http://127.0.0.1:2") });
  await expect(log.append(erasure(1))).rejects.toThrow(/ECONNREFUSED.*Nobody was erased/);
});
