import { expect, test } from "vitest";
import { comesFromOurPage } from "#app/http/origin-check.ts";

const site = { appUrl: "https://sign.example.org", localMode: false };
const ask = (headers: Record<string, string>, path = "/c/sample/sign", method = "POST") =>
  comesFromOurPage(method, path, new Headers(headers), site);

test("a form of our own page passes", () => {
  expect(ask({ origin: "https://sign.example.org" })).toBe(true);
  expect(ask({ origin: "https://sign.example.org", "sec-fetch-site": "same-origin" })).toBe(true);
  expect(ask({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(ask({ "sec-fetch-site": "none" })).toBe(true);
});

test.each([
  ["a foreign origin", { origin: "https://evil.example" }],
  [
    "a foreign origin that claims the same site",
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  ],
  ["the origin null", { origin: "null" }],
  ["our host over http", { origin: "http://sign.example.org" }],
  ["our host on another port", { origin: "https://sign.example.org:444" }],
  ["our host as a prefix", { origin: "https://sign.example.org.evil.example" }],
  ["no origin and cross-site", { "sec-fetch-site": "cross-site" }],
  ["no origin and same-site", { "sec-fetch-site": "same-site" }],
  ["our origin but cross-site", { origin: "https://sign.example.org", "sec-fetch-site": "cross-site" }],
  ["neither header", {}],
  [
    "a foreign origin with our host forwarded",
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ],
])("a post with %s is refused", (_name, headers) => {
  for (const path of [
    "/c/sample/sign",
    "/c/sample/sign.data",
    "/sign-in",
    "/confirm/x",
    "/organize/c/sample/exports",
  ]) {
    expect(ask(headers as Record<string, string>, path)).toBe(false);
  }
});

test("only webhooks and one-click unsubscribing come without an origin", () => {
  expect(ask({}, "/webhooks/resend")).toBe(true);
  expect(ask({}, "/unsubscribe/token")).toBe(true);
  expect(ask({}, "/unsubscribe/token/")).toBe(true);
  expect(ask({}, "/unsubscribe//")).toBe(false);
  expect(ask({}, "/unsubscribe/token/more")).toBe(false);
  expect(ask({}, "/webhooks")).toBe(false);
});

test("every unsafe method is checked and reading is not", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
    expect(ask({}, "/", method)).toBe(false);
  for (const method of ["GET", "HEAD", "OPTIONS"]) expect(ask({}, "/", method)).toBe(true);
});

test("on one's own machine both names of it are ours, on the same port only", () => {
  const local = { appUrl: "http://localhost:3000", localMode: true };
  const from = (origin: string) => comesFromOurPage("POST", "/", new Headers({ origin }), local);
  expect(from("http://127.0.0.1:3000")).toBe(true);
  expect(from("http://localhost:3001")).toBe(false);
  expect(from("http://evil.example:3000")).toBe(false);
});
