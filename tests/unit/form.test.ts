import { expect, test } from "vitest";
import { SignatureForm } from "#app/domain/entries/signatures/signature-form.ts";
import { parseForm } from "#app/http/form.server.ts";

const filled = { name: "Ana Sample", email: "ana@example.org", country: "US", consent_sign: "on" };

const post = (body: BodyInit, type = "application/x-www-form-urlencoded") =>
  parseForm(
    new Request("http://site.example/", { method: "POST", body, headers: { "content-type": type } }),
    SignatureForm,
  );
const postFields = (fields: Record<string, string>) =>
  post(new URLSearchParams({ ...filled, ...fields }).toString());
const codes = (form: Awaited<ReturnType<typeof post>>) =>
  form.ok ? [] : form.errors.map((e) => `${e.field}:${e.code}`);

test("a filled form is read, and nothing is agreed to that was not ticked", async () => {
  const form = await postFields({});
  expect(form.ok && form.value).toMatchObject({
    name: "Ana Sample",
    email: { address: "ana@example.org", canonical: "ana@example.org" },
    display: "anonymous",
    comment: null,
    postal_code: null,
    consent_updates: false,
    consent_deliver: [],
  });
});

test.each([
  ["an empty name", { name: "  " }, "name:name-missing"],
  ["a name of which nothing is seen", { name: "\u200b\u2060\u3164" }, "name:name-missing"],
  ["a name over a separator of lines", { name: "Ana\u2028Bo" }, "name:name-one-line"],
  ["a name on two lines", { name: "Ana\r\nBcc: b@example.org" }, "name:name-one-line"],
  ["a name of 114 marks on one letter", { name: `Z${"\u0329\u035b\u0313".repeat(38)}` }, "name:marks"],
  ["a name with one mark over and over", { name: `ก${"\u0e47".repeat(40)}` }, "name:marks"],
  ["marks piled on a space", { name: `Ana ${"\u05b0\u05b1\u05b2".repeat(4)}` }, "name:marks"],
  ["a name of digits", { name: "12 34" }, "name:name-letters"],
  ["a name of pictures", { name: "🔥🔥🔥" }, "name:name-letters"],
  ["piled marks in the postal code", { postal_code: `9${"\u0301\u0302".repeat(5)}` }, "postal_code:marks"],
  ["piled marks in the comment", { comment: `So Z${"\u0329\u035b\u0313".repeat(38)}` }, "comment:marks"],
  ["a name of 121 characters", { name: "é".repeat(121) }, "name:name-long"],
  ["NUL in the name", { name: "Ana\u0000" }, "name:not-text"],
  ["a control character in the comment", { comment: "a\u0007b" }, "comment:not-text"],
  ["a header in the address", { email: "a@example.org\r\nBcc: b@example.org" }, "email:email-one-only"],
  ["two addresses", { email: "a@example.org, b@example.org" }, "email:email-one-only"],
  ["no @", { email: "ana.example.org" }, "email:email-no-at"],
  ["no ending", { email: "ana@example" }, "email:email-no-ending"],
  ["a country that is none", { country: "XX" }, "country:country-missing"],
  ["no consent", { consent_sign: "off" }, "consent_sign:consent-missing"],
  ["a long comment", { comment: "x".repeat(1001) }, "comment:comment-long"],
  ["a card number in the comment", { comment: "4111 1111 1111 1111" }, "comment:comment-numbers"],
  ["a display that is none", { display: "loud" }, "display:display-unknown"],
])("%s is refused with what to do", async (_name, fields, expected) => {
  expect(codes(await postFields(fields as Record<string, string>))).toEqual([expected]);
});

test.each([
  "Nguyễn Thị Hồng",
  "Nguyễn Thị Hồng".normalize("NFD"),
  "น้ำผึ้ง ศรีสุข",
  "קָמָ֑ץ שִׁמְעוֹן",
  "हर्ष श्रीवास्तव",
  "ಶ್ರೀನಿವಾಸ್",
  "ஸ்ரீனிவாசன்",
  "မြွှေ လျှော့ဦး",
  "སྒྲུབ་རྒྱལ་",
  "مُحَمَّدٌ اَلْمُعِزُّ",
  "が\u3099ん 葛\u{e0100}城",
  "J. R. R. O’Neill-Smith 3rd",
  "Ø",
])("%s is a name", async (name) => {
  expect(codes(await postFields({ name }))).toEqual([]);
});

test("what makes a name read in another order is left out of it", async () => {
  const form = await postFields({ name: "Ana\u202e elpmaS\u202c \u2067x\u2069" });
  expect(form.ok && form.value.name).toBe("Ana elpmaS x");
});

test("bytes that are not UTF-8 are refused, urlencoded and multipart", async () => {
  expect(codes(await post("name=Ana%FF&email=ana%40example.org&country=US&consent_sign=on"))).toEqual([
    "name:not-text",
  ]);
  const raw = Buffer.from(
    `${Object.entries(filled)
      .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join("")}--b--\r\n`,
    "latin1",
  );
  raw[raw.indexOf("Ana")] = 0xff;
  expect(codes(await post(raw, "multipart/form-data; boundary=b"))).toEqual(["name:not-text"]);
});

test("a field given twice is refused, and unknown fields change nothing", async () => {
  const body = `${new URLSearchParams(filled)}&email=b%40example.org`;
  expect(codes(await post(body))).toEqual(["email:given-twice"]);
  const form = await postFields({ status: "confirmed", campaign_id: "7" });
  expect(form.ok && Object.keys(form.value)).not.toContain("status");
});

test("a body that is no form is refused", async () => {
  expect(codes(await post("{}", "application/json"))).toEqual(["form:unreadable"]);
});

test("names survive exactly, composed and without overrides of direction", async () => {
  const names = ["👩‍👩‍👧 Ana", "O’Brien-Łukasz", "محمد العربي", "Zoë", "नमस्ते", "Ngũgĩ wa Thiong'o"];
  for (const name of names) {
    const form = await postFields({ name });
    expect(form.ok && form.value.name).toBe(name.normalize("NFC"));
  }
  const turned = await postFields({ name: "Ana \u202Eelpmas\u202C" });
  expect(turned.ok && turned.value.name).toBe("Ana elpmas");
  const decomposed = await postFields({ name: "Zoe\u0308" });
  expect(decomposed.ok && decomposed.value.name).toBe("Zoë");
});

test("what was typed comes back", async () => {
  const form = await postFields({ email: "ana@example", comment: "Kept" });
  expect(!form.ok && form.values).toMatchObject({
    name: "Ana Sample",
    email: "ana@example",
    comment: "Kept",
  });
});
