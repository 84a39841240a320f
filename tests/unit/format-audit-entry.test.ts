import { expect, test } from "vitest";
import { formatAction, formatActor, formatDetails } from "#app/i18n/format-audit-entry.ts";
import { words } from "#app/i18n/index.ts";

const say = words("en").audit;
const facts = (detail: Record<string, unknown>) =>
  formatDetails(say, "en", detail).map(({ name, value }) => `${name}: ${value}`);

test("what an event notes is told in words, not in keys and codes", () => {
  expect(facts({ fields: ["postalAddress", "contactEmail"] })).toEqual([
    "fields: postal address, contact email",
  ]);
  expect(facts({ for: "export", by: "totp" })).toEqual(["for: exporting data", "by: an authenticator app"]);
  expect(facts({ reason: "private-details", alone: true, letters: 12345 })).toEqual([
    "reason: private details",
    "alone: yes",
    "letters: 12,345",
  ]);
  expect(
    facts({ before: { role: "viewer", rights: ["view"] }, after: { role: "owner", rights: ["view-names"] } }),
  ).toEqual(["before: role viewer; rights view", "now: role owner; rights see names"]);
});

test("hashes and ids are shortened, times are UTC, and empty values left out", () => {
  expect(facts({ sha256: "ab".repeat(32), part: "0f9d8c7b-1111-4222-8333-444455556666" })).toEqual([
    "SHA-256: abababababab…",
    "email: 0f9d8c7b",
  ]);
  expect(facts({ sendAt: "2026-11-24T12:00:00.000Z", year: 2026 })).toEqual([
    "scheduled for: November 24, 2026, 12:00\u00a0p.m. UTC",
    "meeting: 2026",
  ]);
  expect(facts({ meeting: 2027 })).toEqual(["meeting: 2027"]);
  expect(facts({ from: 2026, to: 2027 })).toEqual(["from: 2026", "to: 2027"]);
  expect(facts({ version: 1203, dispatch: 1004, number: 1005 })).toEqual([
    "version: 1203",
    "dispatch: 1004",
    "number: 1005",
  ]);
  expect(facts({ list: "signatures", rows: 3, paged: true, state: null, filter: {} })).toEqual([]);
});

test("who is gone is told as such, and a deed of another version too", () => {
  expect(formatActor(say, "organizer:0f9d8c7b-1111-4222-8333-444455556666", null)).toBe("A former member");
  expect(formatActor(say, "operator", null)).toBe("The operator");
  expect(formatAction(say, "constructor", {})).toContain("no words for");
});
