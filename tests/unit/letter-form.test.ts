import { expect, test } from "vitest";
import { composeLetter, mailtoLink, maxMailtoLength } from "#app/domain/entries/letters/writing/compose.ts";
import {
  LetterForm,
  letterAnswersOf,
  letterConsentsOf,
} from "#app/domain/entries/letters/writing/letter-form.ts";

const filled = (more: Record<string, string> = {}) => ({
  name: "Ana Sample",
  email: "ana@example.org",
  country: "US",
  body: "I ask you to end these agreements.",
  consent_letter: "on",
  consent_deliver: "on",
  ...more,
});
function codesOf(more: Record<string, string>) {
  const parsed = LetterForm.safeParse(filled(more));
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join()}: ${message}`);
}
const read = (more: Record<string, string>) => LetterForm.parse(filled(more));

test("a letter is plain text: LF, trimmed, with markup as typed", () => {
  const { body } = read({ body: "\r\n  One <b>word</b>.\r\n\r\nTwo.\r \u202Ereversed  " });
  expect(body).toBe("One <b>word</b>.\n\nTwo.\n reversed");
});

test("a letter holds up to 5,000 characters, however many bytes each takes", () => {
  expect(codesOf({ body: "🖋".repeat(5000) })).toEqual([]);
  expect(codesOf({ body: "🖋".repeat(5001) })).toEqual(["body: body-long"]);
  expect(codesOf({ body: " \n " })).toEqual(["body: body-missing"]);
});

test.each(["1234 5678 9012 3456", "my number is 123-45-6789", "１２３４５６７８９０１２３４５６"])(
  "%s is refused in a letter",
  (number) => expect(codesOf({ body: `See ${number}.` })).toEqual(["body: body-numbers"]),
);

test.each([
  "GB29 NWBK 6016 1331 9268 19",
  "NO9386011117947",
  "be68-5390-0754-7034 and more words",
  "My account number is 12345678",
  "Acct. no. 00-123-456",
  "routing: 021000021",
  "Mi número de cuenta: cuenta 12 34 56 78",
  "IBAN 12 34 56 78",
])("%s is refused in a letter", (number) =>
  expect(codesOf({ body: `Pay me. ${number}.` })).toContain("body: body-account"),
);

test("what only looks like the number of an account is none", () => {
  const body = [
    "On account of the 75,000,000,000 dollars of July 2025 I write. I opened my account 2019-04-01.",
    "GB29 NWBK 6016 1331 9268 18 is no IBAN. Rule 14a-8 and article 12345678 are none. " +
      "Nor is AI2025 for everyone.",
    "Take this into account: 300,000 people signed.",
  ].join("\n");
  expect(codesOf({ body })).toEqual([]);
});

test("a letter tells how many shares only where its writer ticks that it does", () => {
  expect(letterAnswersOf(read({ shares: "12.50" })).shares).toBeNull();
  expect(letterAnswersOf(read({ shares: "12.50", say_shares: "on" })).shares).toBe("12.5");
  expect(codesOf({ say_shares: "on" })).toEqual(["shares: shares-untold"]);
  expect(codesOf({ shares: "12,5", say_shares: "on" })).toContain("shares: shares-plain");
});

test("both consents are asked for, and each other choice is one more", () => {
  expect(codesOf({ consent_letter: "", consent_deliver: "" })).toEqual([
    "consent_letter: consent-letter-missing",
    "consent_deliver: consent-deliver-missing",
  ]);
  expect(letterConsentsOf(read({}))).toEqual(["letter", "deliver_letter"]);
  const all = { consent_reply_to: "on", consent_updates: "on", display: "initials" };
  expect(letterConsentsOf(read(all))).toEqual([
    "letter",
    "deliver_letter",
    "reply_to",
    "updates",
    "public_name",
  ]);
});

test("answers make a draft, and nothing that was written is lost or said twice", () => {
  const answers = {
    as: "I write as a customer.",
    who: "I live in Ohio.",
    why: "It matters.",
    ask: "I ask you.",
    body: "",
  };
  const draft = composeLetter(answers);
  expect(draft).toBe("I write as a customer. I live in Ohio.\n\nIt matters.\n\nI ask you.");
  expect(composeLetter({ ...answers, body: draft })).toBe(draft);
  expect(composeLetter({ ...answers, why: "", ask: "", body: "My own words." })).toBe(
    "I write as a customer. I live in Ohio.\n\nMy own words.",
  );
  expect(composeLetter({ as: "", who: "", why: "", ask: "", body: "" })).toBe("");
});

const mail = {
  to: "ir+letters@company.example",
  subject: "A letter & more",
  body: "Dear all,\n50 % <b> & ?=#",
};

test("a mail link escapes as RFC 6068 says: spaces as %20, line ends as CRLF", () => {
  expect(mailtoLink(mail, "paste").href).toBe(
    "mailto:ir%2Bletters@company.example?subject=A%20letter%20%26%20more&body=Dear%20all%2C%0D%0A50%20%25%20%3Cb%3E%20%26%20%3F%3D%23",
  );
  const read = new URL(mailtoLink(mail, "paste").href).searchParams;
  expect(read.get("body")).toBe("Dear all,\r\n50 % <b> & ?=#");
});

test("a mail link is never longer than mail programs take: the mail then asks to paste", () => {
  for (const body of ["a".repeat(5000), "ب".repeat(400), `${"word ".repeat(380)}end`]) {
    const { href, whole } = mailtoLink({ ...mail, body }, "Please paste here.");
    expect(whole).toBe(false);
    expect(href.length).toBeLessThanOrEqual(maxMailtoLength);
    expect(new URL(href).searchParams.get("body")).toBe("Please paste here.");
  }
  expect(mailtoLink({ ...mail, body: "a".repeat(1900) }, "").whole).toBe(true);
});
