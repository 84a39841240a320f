import { expect, test } from "vitest";
import { openOwnInbox, ownInboxPath } from "#app/http/inbox-path.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { webmailOf } from "#app/lib/webmail.ts";

const keys = makeKeys(["n".repeat(40)]);
const now = new Date("2030-05-01T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const sealedIn = (path: string) => path.split("?for=")[1] ?? "";

test("the inbox seal has one length, 30 minutes and one campaign", () => {
  const long = `${"ñ".repeat(32)}@${"x".repeat(60)}.${"y".repeat(60)}.${"z".repeat(60)}.org`;
  for (const address of ["a@b.org", "ana@example.org", long]) {
    const path = ownInboxPath(keys, "one", { kind: "letter", address }, now);
    expect(path.length).toBe(ownInboxPath(keys, "one", { kind: "resend", address: "x@y.org" }, now).length);
    const text = sealedIn(path);
    expect(openOwnInbox(keys, "one", text, later(29))).toEqual({ kind: "letter", address });
    expect(openOwnInbox(keys, "one", text, later(30))).toBeNull();
    expect(openOwnInbox(keys, "other", text, now)).toBeNull();
    expect(openOwnInbox(makeKeys(["o".repeat(40)]), "one", text, now)).toBeNull();
    const rotated = makeKeys(["o".repeat(40), "n".repeat(40)]);
    expect(openOwnInbox(rotated, "one", text, now)).toEqual({ kind: "letter", address });
  }
});

test("the provider of an address is known by its domain, and no link holds the address", () => {
  const of = (address: string) => webmailOf(address, "hello@campaign.test")?.name ?? null;
  expect(of("ana@gmail.com")).toBe("Gmail");
  expect(of("ana@hotmail.es")).toBe("Outlook");
  expect(of("ana@outlook.com.ar")).toBe("Outlook");
  expect(of("ana@yahoo.com.mx")).toBe("Yahoo Mail");
  expect(of("ana@me.com")).toBe("iCloud Mail");
  expect(of("ana@proton.me")).toBe("Proton Mail");
  expect(of("ana@aol.co.uk")).toBe("AOL Mail");
  expect([of("ana@gmx.com"), of("ana@GMX.de")]).toEqual(["GMX", "GMX"]);
  for (const other of [
    "example.org",
    "gmx.evil.test",
    "gmail.com.evil.test",
    "notgmail.com",
    "live.evil-site.com",
  ])
    expect([other, of(`ana@${other}`)]).toEqual([other, null]);
  expect(webmailOf("ana@gmail.com", "hello@campaign.test")?.url).toBe(
    "https://mail.google.com/mail/#search/from%3Ahello%40campaign.test%20in%3Aanywhere",
  );
});
