import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import type { AppServices } from "#app/http/context.ts";
import { createFormEndpoint, type WithForm } from "#app/http/form-endpoint.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";

const origin = "https://undersigned.example.org";

/** The form door of an open campaign, and what it counted. */
function aDoor() {
  const counted: string[] = [];
  const services = {
    env: {
      keys: makeKeys(["s".repeat(64)]),
      appUrl: origin,
      localMode: true,
      trustProxy: 0,
      hstsSubdomains: false,
    },
    log: { child: () => ({}) },
    limits: { spend: async (limit: string) => counted.push(limit) * 0 },
    findCampaign: async (slug: string) =>
      slug === "open" ? { id: 1, slug, status: "open", companies: [{ id: 1, slug: "sample" }] } : null,
  } as unknown as AppServices;
  const post = (url: string, { body = "name=", ...more }: Record<string, string> = {}) =>
    new Promise<WithForm>((passedOn) => {
      const request = Object.assign(new EventEmitter(), {
        method: "POST",
        url,
        headers: {
          host: "undersigned.example.org",
          origin,
          "content-type": "application/x-www-form-urlencoded",
          ...more,
        },
        rawBody: Buffer.from(body),
        socket: { remoteAddress: "198.51.100.7" },
      }) as unknown as IncomingMessage;
      createFormEndpoint(services, false, (passed) => passedOn(passed))(request, {} as ServerResponse);
    });
  return { post, counted };
}

test("a form with errors counts once, and passes its decisions to the page", async () => {
  const { post, counted } = aDoor();
  const passed = await post("/c/open/sign");
  expect(await passed.form?.taken).toMatchObject({ outcome: "page", status: 422 });
  expect(counted.filter((limit) => limit === "sign")).toEqual(["sign"]);
});

test("a link that confirms nothing is counted once, and goes on to the page with that", async () => {
  const { post, counted } = aDoor();
  const passed = await post(`/es/confirm/${"x".repeat(54)}`);
  expect(await passed.form?.taken).toEqual({ outcome: "not-found" });
  expect(counted).toEqual(["token"]);
});

test("what is no form of a door passes the door untouched", async () => {
  const { post, counted } = aDoor();
  const passed = await Promise.all([
    post("/c/open/resend"),
    post("/c/open/pledge/token"),
    post("/c/open/sign", { "content-type": "multipart/form-data; boundary=x" }),
    post("/c/open/sign", { origin: "https://evil.example" }),
    post("/c/open/sign", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }),
    post("/c/open/sign", { host: "a b" }),
    post("/c/open/sign", { host: "evil.example/x" }),
    post("//c/open/sign"),
    post("/c/OPEN/sign"),
    post("/confirm/too-short"),
    post(`/confirm/${"x".repeat(54)}?again`),
  ]);
  expect(passed.map(({ form }) => form)).toEqual(passed.map(() => undefined));
  expect(counted).toEqual([]);
});
