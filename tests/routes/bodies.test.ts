import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { port } = new URL(site.url);
let written = "";
for (const stream of site.output)
  stream.on("data", (chunk: Buffer) => {
    written += chunk;
  });
const errorLines = () =>
  written.split("\n").filter((line) => /"level":[456]0/.test(line) || !/^(\{|$)/.test(line));

async function aSocket(): Promise<Socket> {
  const socket = connect(Number(port), "localhost").on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Begins a post and disconnects before its body has ended. */
async function leaveWithin(path: string, headers: string[], part: string) {
  const socket = await aSocket();
  socket.write(
    [`POST ${path} HTTP/1.1`, "Host: localhost", `Origin: ${site.url}`, ...headers, "", part].join("\r\n"),
  );
  await pause(5);
  socket.destroy();
}

test("300 bodies that are left half sent write no line, and the site continues", async () => {
  const campaign = await aCampaign(site.db);
  const cookie = `Cookie: session=${await aSession(site.db, await anOrganizer(site.db, { campaign }))}`;
  const form = "Content-Type: application/x-www-form-urlencoded";
  const lengthHeader = "Content-Length: 1000";
  const untold = "Transfer-Encoding: chunked";
  const file = "Content-Type: multipart/form-data; boundary=x";
  const begun = '--x\r\nContent-Disposition: form-data; name="format"\r\n\r\ncsv\r\n--x\r\n';
  const imports = `/organize/c/${campaign.slug}/imports`;
  for (let n = 0; n < 50; n++)
    await Promise.all([
      leaveWithin("/c/microsoft-ice/sign", [form, lengthHeader], "name=Ana"),
      leaveWithin("/c/microsoft-ice/sign", [form, untold], "8\r\nname=Ana\r\n"),
      leaveWithin(
        "/manage/token",
        ["Content-Type: multipart/form-data; boundary=x", lengthHeader],
        "--x\r\n",
      ),
      leaveWithin("/webhooks/resend", [lengthHeader], "{"),
      leaveWithin(
        imports,
        [file, lengthHeader, cookie],
        `${begun}Content-Disposition: form-data; name="file"; filename="a"\r\n\r\na,b`,
      ),
      leaveWithin(`/organize/c/${campaign.slug}/edit`, [form, untold, cookie], "1\r\na\r\n"),
    ]);
  await pause(500);
  expect((await site.get("/healthz")).status).toBe(200);
  expect(errorLines()).toEqual([]);
});

test("an answer that is left half read writes no line", async () => {
  for (const path of ["/c/microsoft-ice", "/share.png", "/manage", "/c/microsoft-ice/letters"])
    for (let n = 0; n < 10; n++) {
      const asked = request({ host: "localhost", port, path }, (answer) =>
        answer.once("data", () => asked.destroy()),
      );
      asked.on("error", () => {}).end();
      await once(asked, "close");
      const socket = await aSocket();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      socket.destroy();
    }
  await pause(300);
  expect(errorLines()).toEqual([]);
});

/** Sends a head, then 2 MB in pieces even after the answer. Returns what was read and how it ended. */
async function writeOn(path: string, headers: string[]) {
  const socket = connect({ port: Number(port), host: "localhost", allowHalfOpen: true });
  await once(socket, "connect");
  let read = "";
  let failed: string | undefined;
  socket.on("data", (chunk) => {
    read += chunk;
  });
  socket.on("error", (error: NodeJS.ErrnoException) => {
    failed = error.code;
  });
  socket.write(["POST", path, "HTTP/1.1\r\nHost: localhost"].join(" "));
  socket.write(["", `Origin: ${site.url}`, ...headers, "", ""].join("\r\n"));
  const piece = Buffer.alloc(20_000, "x");
  for (let n = 0; n < 100 && failed === undefined; n++) {
    socket.write(headers.includes(chunked) ? `${piece.length.toString(16)}\r\n${piece}\r\n` : piece);
    await pause(5);
  }
  if (headers.includes(chunked)) socket.write("0\r\n\r\n");
  await expect.poll(() => failed ?? socket.readableEnded).not.toBe(false);
  socket.destroy();
  const [head = "", body = ""] = read.split("\r\n\r\n");
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
  return { status: head.split(" ")[1], isWhole: Buffer.byteLength(body) === length, failed };
}

const chunked = "Transfer-Encoding: chunked";

test("who still writes when a body is refused reads the whole answer, and no reset", async () => {
  const form = "Content-Type: application/x-www-form-urlencoded";
  const lengthHeader = "Content-Length: 2000000";
  for (const of of [
    ["/c/microsoft-ice/sign", [form, lengthHeader]],
    ["/c/microsoft-ice/sign", [form, chunked]],
    ["/organize/c/microsoft-ice/edit", [form, lengthHeader]],
  ] as const)
    expect([of, await writeOn(of[0], [...of[1]])]).toEqual([
      of,
      { status: "413", isWhole: true, failed: undefined },
    ]);
});

test("connections that posted are kept for the next request", async () => {
  const socket = await aSocket();
  let answers = 0;
  socket.on("data", (chunk) => {
    answers += `${chunk}`.split("HTTP/1.1 ").length - 1;
  });
  const body = "name=Ana";
  for (const wanted of [1, 2, 3]) {
    socket.write(
      `POST /c/microsoft-ice/sign HTTP/1.1\r\nHost: localhost\r\nOrigin: ${site.url}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await expect.poll(() => answers).toBe(wanted);
    await pause(700);
  }
  socket.destroy();
});
