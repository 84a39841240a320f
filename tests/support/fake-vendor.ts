import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Message } from "#app/mail/transport.ts";

/** What a vendor answers; `reset`: it takes the call and the line breaks, `hang`: it never answers. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> } | "reset" | "hang";

export type VendorCall = { path: string; headers: IncomingHttpHeaders; body: string };

/** Starts a local server in a vendor's place, which answers as told and keeps what it was sent. */
export async function aFakeVendor() {
  const calls: VendorCall[] = [];
  let answer: Answer = { status: 500, body: {} };
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces).toString();
    calls.push({ path: request.url ?? "", headers: request.headers, body });
    if (answer === "hang") return;
    if (answer === "reset") return request.socket.destroy();
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answers: (next: Answer) => {
      answer = next;
    },
  };
}

/** Returns the address of a server that has ended. */
export async function aClosedPort() {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** An email to one person. */
export const aMessage: Message = {
  emailId: "0b9fb1de-6f0c-4c4e-9a3e-0d5b6f9c7a11",
  from: 'Sample "Campaign", Inc. <sign@campaign.test>',
  to: "zoe@people.test",
  replyTo: "hello@campaign.test",
  subject: "Please confirm your e-mail – ¡ya!",
  html: ["<p>", "Zoë", "</p>"],
  text: "Zoë\n",
};

/** The same to a list, with a file. */
export const aListMessage: Message = {
  ...aMessage,
  unsubscribeUrl: "https://sign.test/unsubscribe/token",
  attachments: [{ filename: "a.txt", contentType: "text/plain", content: "Zoë" }],
};

export const sendOptions = (milliseconds = 5000) => ({
  idempotencyKey: aMessage.emailId,
  signal: AbortSignal.timeout(milliseconds),
  lane: "own" as const,
});
