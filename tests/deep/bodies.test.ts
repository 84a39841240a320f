import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { freePort } from "#tests/support/free-port.ts";
import { anAddress, aSite } from "#tests/support/site.ts";

const metricsPort = await freePort();
const site = await aSite({ METRICS_PORT: `${metricsPort}` });
const { port } = new URL(site.url);
const chunked = "Transfer-Encoding: chunked";

/** Megabytes of memory that the site's process has now. */
async function memory() {
  const metrics = await (await fetch(`http://localhost:${metricsPort}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 1024 ** 2;
}

/** The status of the answer; 0 while the site waits for the rest of the body. */
async function hold(path: string, headers: string[], body: Buffer) {
  const socket = connect(Number(port), "localhost").on("error", () => {});
  await once(socket, "connect");
  const held = { socket, status: 0 };
  socket.once("data", (chunk: Buffer) => {
    held.status = Number(`${chunk}`.slice(9, 12));
  });
  const origin = `Origin: ${site.url}`;
  socket.write([`POST ${path} HTTP/1.1`, "Host: localhost", origin, ...headers, "", ""].join("\r\n"));
  socket.write(body);
  return held;
}

test("400 unfinished bodies of strangers take little memory, and people still sign", async () => {
  const campaign = await aCampaign(site.db);
  const large = Buffer.alloc(900_000, "x");
  const piece = Buffer.concat([Buffer.from(`${(60_000).toString(16)}\r\n`), Buffer.alloc(60_000, "x")]);
  const pieces = Buffer.from("1\r\nx\r\n".repeat(5000));
  const form = "Content-Type: application/x-www-form-urlencoded";
  const lengthHeader = "Content-Length: 1000000";
  const before = await memory();
  const kinds = {
    webhook: ["/webhooks/resend", [lengthHeader], large],
    signIn: ["/sign-in", [form, lengthHeader], large],
    signInLater: ["/sign-in", [form, chunked], piece],
    console: [`/organize/c/${campaign.slug}/edit`, [form, lengthHeader], large],
    upload: [`/organize/c/${campaign.slug}/imports`, [form, lengthHeader], large],
    token: [`/api/v1/organizer/campaigns/${campaign.slug}/exports`, [chunked], piece],
    oneClick: ["/unsubscribe/x", [form, chunked], piece],
    sign: [`/c/${campaign.slug}/sign`, [form, chunked], piece],
    inPieces: [`/c/${campaign.slug}/sign`, [form, chunked], pieces],
  } as const;
  const held: Record<string, Awaited<ReturnType<typeof hold>>[]> = {};
  for (const [kind, [path, headers, body]] of Object.entries(kinds))
    held[kind] = await Promise.all(Array.from({ length: 45 }, () => hold(path, [...headers], body)));
  // A form may wait, and is refused once it has waited for too long or come in too many pieces.
  const waits = (kind: string, status: number) =>
    ["sign", "inPieces"].includes(kind) && [0, 408, 413].includes(status);
  const statuses = () =>
    Object.fromEntries(
      Object.entries(held).map(([kind, all]) => [
        kind,
        [...new Set(all.map(({ status }) => (waits(kind, status) ? "waits" : status)))],
      ]),
    );
  await expect
    .poll(statuses, { timeout: 20_000 })
    .toEqual({
      webhook: [404],
      signIn: [413],
      signInLater: [413],
      console: [303],
      upload: [303],
      token: [413],
      oneClick: [413],
      sign: ["waits"],
      inPieces: ["waits"],
    });
  expect((await memory()) - before).toBeLessThan(120);
  const person = { name: "Ana", email: anAddress(), country: "US", consent_sign: "on" };
  expect((await site.post(`/c/${campaign.slug}/sign`, person)).status).toBe(303);
  for (const { socket } of Object.values(held).flat()) socket.destroy();
  expect((await memory()) - before).toBeLessThan(120);
});
