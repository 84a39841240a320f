import { expect, test } from "vitest";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken, openToken } from "#app/lib/token.server.ts";

const keys = makeKeys(["the-first-secret-that-is-long-enough-0001"]);
const rotated = makeKeys([
  "the-second-secret-that-is-long-enough-002",
  "the-first-secret-that-is-long-enough-0001",
]);
const subject = "0190d4a2-5f3a-7c11-9a2e-2f6b1c9d8e77";
const issuedAt = new Date("2026-11-24T10:00:00Z");
const expiresAt = new Date("2026-12-01T10:00:00Z");
const token = createToken(keys, "confirm", { subject, issuedAt, expiresAt });

test("a token opens for its purpose until it expires", () => {
  expect(openToken(keys, "confirm", token, new Date("2026-12-01T09:59:59Z"))).toEqual({
    outcome: "valid",
    subject,
    issuedAt,
    expiresAt,
  });
  expect(openToken(keys, "confirm", token, expiresAt).outcome).toBe("expired");
  expect(openToken(keys, "manage", token, issuedAt).outcome).toBe("invalid");
});

test("the same input gives the same token", () => {
  expect(createToken(keys, "confirm", { subject, issuedAt, expiresAt })).toBe(token);
});

test("a token outlives a change of the secret while the old one is listed", () => {
  expect(openToken(rotated, "confirm", token, issuedAt).outcome).toBe("valid");
  const dropped = makeKeys(["the-second-secret-that-is-long-enough-002"]);
  expect(openToken(dropped, "confirm", token, issuedAt).outcome).toBe("invalid");
});

test("a token with any one character changed is invalid", () => {
  for (let index = 0; index < token.length; index++) {
    const other = token[index] === "A" ? "B" : "A";
    const changed = token.slice(0, index) + other + token.slice(index + 1);
    expect(openToken(keys, "confirm", changed, issuedAt).outcome).toBe("invalid");
  }
});

test("an unsubscribe token never expires", () => {
  const forever = createToken(keys, "unsubscribe", { subject, issuedAt, expiresAt: null });
  expect(openToken(keys, "unsubscribe", forever, new Date("2036-01-01T00:00:00Z")).outcome).toBe("valid");
});
