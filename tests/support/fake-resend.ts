import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type SentMail = {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  reply_to?: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

/** How one call goes. All but `ok` are ways the real provider, or the wire, can fail. */
export type Behaviour =
  | "ok"
  | "500-before"
  | "500-after"
  | "reset-before"
  | "reset-after"
  | "truncated"
  | "hang"
  | "rate-limit"
  | "quota"
  | "bad-key"
  | "concurrent"
  | "refused";

type Known = { body: string; id: string };

/**
 * A local server that speaks Resend's protocol for one mail a call: idempotency keys (same key and body:
 * the first answer again; another body: 409), rate headers, error names, and every failure above on demand.
 */
export async function aFakeResend() {
  const delivered: SentMail[] = [];
  const calls: { key: string; authorization: string | undefined }[] = [];
  const known = new Map<string, Known>();
  let behave: (mail: SentMail, call: number) => Behaviour = () => "ok";

  const accept = (key: string, body: string): string => {
    const id = randomUUID();
    known.set(key, { body, id });
    delivered.push(JSON.parse(body));
    return id;
  };

  const server = createServer(async (request, response) => {
    const body = await read(request);
    const key = String(request.headers["idempotency-key"]);
    calls.push({ key, authorization: request.headers.authorization });
    const mail: SentMail = JSON.parse(body);
    const behaviour = behave(mail, calls.length);
    const fail = (status: number, name: string, headers = {}) =>
      json(response, status, { statusCode: status, name, message: `about ${mail.to[0]}` }, headers);

    switch (behaviour) {
      case "500-before":
        return fail(500, "internal_server_error");
      case "reset-before":
        return request.socket.destroy();
      case "rate-limit":
        return fail(429, "rate_limit_exceeded", { "retry-after": "1" });
      case "quota":
        return fail(429, "daily_quota_exceeded", { "retry-after": "40000" });
      case "bad-key":
        return fail(401, "invalid_api_key");
      case "concurrent":
        return fail(409, "concurrent_idempotent_requests");
      case "refused":
        return fail(422, "validation_error");
    }
    const before = known.get(key);
    if (before && before.body !== body) return fail(409, "invalid_idempotent_request");
    const id = before ? before.id : accept(key, body);

    switch (behaviour) {
      case "500-after":
        return fail(500, "internal_server_error");
      case "reset-after":
        return request.socket.destroy();
      case "hang":
        return;
      case "truncated":
        response.writeHead(200, { "content-type": "application/json", "content-length": "60" });
        response.write('{"id":"');
        return setImmediate(() => request.socket.destroy());
      default:
        return json(response, 200, { id });
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every mail the provider took, each once. */
    delivered,
    calls,
    /** Says how the next calls go; `call` counts from 1. */
    behave: (as: typeof behave) => {
      behave = as;
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, {
    "content-type": "application/json",
    "ratelimit-limit": "200",
    "ratelimit-remaining": "199",
    "ratelimit-reset": "1",
    ...headers,
  });
  response.end(JSON.stringify(body));
}
