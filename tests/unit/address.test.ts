import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalAddress, formsOfAddress, parseAddress } from "#app/domain/base/address.ts";
import { likelyMeant } from "#app/domain/base/choose-spelling.ts";

const canonical = (input: string) => canonicalAddress(parseAddress(input) ?? "");

test("the spellings of one mailbox have one canonical address", () => {
  for (const spelling of [
    "ana.sample@gmail.com",
    "ANASAMPLE@GMAIL.COM",
    " a.n.a.sample@googlemail.com ",
    "anasample+x@gmail.com",
  ]) {
    expect(canonical(spelling)).toBe("anasample@gmail.com");
  }
  expect(canonical("Ana+news@example.org")).toBe("ana@example.org");
  expect(canonical("a.b@example.org")).toBe("a.b@example.org");
  expect(canonical("ana@bücher.example")).toBe(canonical("ana@XN--BCHER-KVA.example"));
});

test.each([
  ["ana.b@protonmail.com", "anab@proton.me"],
  ["A_na-B+news@pm.me", "anab@proton.me"],
  ["ana@me.com", "ana@icloud.com"],
  ["ana.b+x@mac.com", "ana.b@icloud.com"],
  ["shop@ana.fastmail.com", "ana@fastmail.com"],
  ["shop+x@ana.fastmail.fm", "ana@fastmail.fm"],
  ["ana+x@outlook.com", "ana@outlook.com"],
  // Where two people may have them, they stay two.
  ["ana.b@icloud.com", "ana.b@icloud.com"],
  ["ana-b@outlook.com", "ana-b@outlook.com"],
  ["ana@hotmail.com", "ana@hotmail.com"],
  ["ana-shop@yahoo.com", "ana-shop@yahoo.com"],
  ["shop@ana-b.fastmail.com", "shop@ana-b.fastmail.com"],
  ["ana.b@fastmail.com", "ana.b@fastmail.com"],
  ["ana.b@proton.me.example.org", "ana.b@proton.me.example.org"],
  ["__-@proton.me", "__-@proton.me"],
])("the mailbox of %s is %s", (typed, mailbox) => {
  expect([canonical(typed), canonical(mailbox)]).toEqual([mailbox, mailbox]);
  expect(formsOfAddress(typed)).toContain(mailbox);
});

test("an address is looked up in the forms that 0.1.0 may have stored", () => {
  expect(formsOfAddress("Ana.B+x@pm.me")).toEqual(
    expect.arrayContaining(["anab@proton.me", "ana.b@pm.me", "ana.b@protonmail.com", "anab@protonmail.com"]),
  );
  expect(formsOfAddress("ana@icloud.com").sort()).toEqual(["ana@icloud.com", "ana@mac.com", "ana@me.com"]);
  expect(formsOfAddress("shop@ana.fastmail.com")).toEqual(["ana@fastmail.com", "shop@ana.fastmail.com"]);
  expect(formsOfAddress("a.na@googlemail.com")).toEqual(["ana@gmail.com"]);
  expect(formsOfAddress("Ana.B@example.org")).toEqual(["ana.b@example.org"]);
});

test.each([
  ["two addresses", "a@example.org,b@example.org"],
  ["an injected header", "a@example.org\r\nBcc: b@example.org"],
  ["a display name", "Ana <a@example.org>"],
  ["a space inside", "a b@example.org"],
  ["NUL", "a\u0000@example.org"],
  ["no ending", "a@example"],
  ["two dots", "a..b@example.org"],
  ["an address literal", "a@[127.0.0.1]"],
  ["nothing before the @", "@example.org"],
  ["too long a local part", `${"a".repeat(65)}@example.org`],
])("%s is not an address", (_name, input) => {
  expect(parseAddress(input)).toBeNull();
});

test("an address in letters of any script is kept as typed", () => {
  expect(parseAddress("josé@example.org")).toBe("josé@example.org");
  expect(parseAddress("用户@例子.example")).toBe("用户@xn--fsqu00a.example");
});

test("canonical addresses are stable and blind to case and tags", () => {
  const local = fc
    .stringMatching(/^[a-z0-9]([a-z0-9._-]{0,20}[a-z0-9])?$/)
    .filter((text) => !text.includes(".."));
  const domain = fc.constantFrom(
    "gmail.com",
    "example.org",
    "googlemail.com",
    "outlook.com",
    "protonmail.com",
    "ana.fastmail.com",
    "bücher.example",
  );
  fc.assert(
    fc.property(local, domain, fc.stringMatching(/^[a-z0-9]{1,8}$/), (name, host, tag) => {
      const one = canonical(`${name}@${host}`);
      expect(canonical(one)).toBe(one);
      expect(canonical(`${name.toUpperCase()}+${tag}@${host.toUpperCase()}`)).toBe(one);
    }),
  );
});

test.each([
  ["ana@gmial.com", "ana@gmail.com"],
  ["ana@gmail.con", "ana@gmail.com"],
  ["ana@hotmial.com", "ana@hotmail.com"],
  ["ana@yaho.com", "ana@yahoo.com"],
  ["ana@campaign.cmo", "ana@campaign.com"],
])("%s was probably meant as %s", (typed, meant) => {
  expect(likelyMeant(typed)).toBe(meant);
});

test.each([
  "ana@mail.com",
  "ana@ymail.com",
  "ana@gmx.com",
  "ana@gmail.com",
  "ana@example.org",
  "ana@live.fr",
])("%s is left alone", (typed) => {
  expect(likelyMeant(typed)).toBeNull();
});
