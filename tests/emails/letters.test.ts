import { expect, test } from "vitest";
import { locales } from "#app/i18n/index.ts";
import { render } from "#app/mail/render.server.ts";
import { type Email, write } from "#emails/index.ts";
import { sampleEmails } from "#tests/support/emails.ts";
import { forbiddenIn, textOfPage } from "#tests/support/guard-rails.ts";

const named = <Name extends Email["name"]>(name: Name) => {
  const found = sampleEmails.find((email): email is Extract<Email, { name: Name }> => email.name === name);
  if (!found) throw new Error(`no sample of ${name}`);
  return found;
};
const textOf = async (email: Email) => (await render(email)).text.replace(/\s+/g, " ");
// The email to the company itself says what it is.
const ofLetters = sampleEmails.filter(({ name }) => /letter|written/.test(name) && name !== "letter-part");

test.each(ofLetters)("$name names no company to somebody who sees a list of emails", (email) => {
  const { subject, preview } = write(email);
  expect(`${subject} ${preview}`).not.toMatch(/investor|dispatch|microsoft|ice\b/i);
});

test("the mail that asks to confirm says what is confirmed, and holds none of the words", async () => {
  const text = await textOf(named("confirm-letter"));
  for (const part of [
    "Thanks for writing to Microsoft’s investor relations on November 24, 2026",
    "1,284 characters. Read it on the page linked here",
    "the letter says how many you hold. The page shows the number",
    "giving it to Microsoft with your name and country; updates by email; Microsoft doesn’t get your " +
      "email address",
    "If you work for Microsoft or a supplier, your employer will see your name.",
    "The link works until December 1, 2026. Then we delete the letter.",
  ]) {
    expect(text).toContain(part);
  }
});

test("held letters say why, released ones when they go, refused ones why", async () => {
  expect(await textOf(named("letter-held"))).toContain("because it has many links");
  expect(await textOf(named("letter-released"))).toMatch(
    /with the next letters we send, once approved\. We prepare them every 14 days, or earlier once 500 letters wait\./,
  );
  expect(await textOf(named("letter-refused"))).toContain("won’t send it: it is advertising");
  const { props } = named("letter-held");
  expect(await textOf({ name: "letter-held", props: { ...props, holdReason: "something-new" } })).toContain(
    "because something in it stood out",
  );
});

test(
  "a letter that was handed over says by which dispatch, when and with which hash, and a filed one that " +
    "nobody carried it",
  async () => {
    const { props } = named("letter-sent");
    const text = await textOf(named("letter-sent"));
    for (const part of [
      "group 3, with other people’s letters",
      "2:05 p.m. UTC",
      "0123456789abcdef 0123456789abcdef",
      "It can no longer be withdrawn.",
    ])
      expect(text).toContain(part);
    const filed = await textOf({ name: "letter-sent", props: { ...props, filed: true } });
    expect(filed).toContain("It was not sent");
    expect(filed).not.toContain("no longer be withdrawn");
  },
);

test("a week after a dispatch the email says from when another letter is taken", async () => {
  const { props } = named("already-written");
  const nextFrom = new Date("2026-12-08T14:05:00Z");
  const handedOver = { at: new Date("2026-12-01T14:05:00Z"), nextFrom, filed: false };
  const after = { name: "already-written", props: { ...props, handedOver } } as const;
  const text = await textOf(after);
  expect(text).toContain("You can write again from December 8, 2026");
  expect(text).toContain("was sent on");
  expect(text).not.toContain("/manage/");
  const filed = await textOf({ ...after, props: { ...props, handedOver: { ...handedOver, filed: true } } });
  expect(filed).toContain("saved to a file on December 1, 2026, not sent");
  expect(filed).not.toMatch(/was sent|already sent/);
});

test.each(locales)("no mail to a writer in %s holds a forbidden word or a field", async (locale) => {
  const found: string[] = [];
  for (const email of ofLetters) {
    const { subject, html, text } = await render({ ...email, props: { ...email.props, locale } } as Email);
    const problems = [subject, textOfPage(html), text].flatMap(forbiddenIn);
    if (/<(input|textarea|form)\b/i.test(html)) problems.push("a field");
    found.push(...problems.map((problem) => `${email.name}: ${problem}`));
  }
  expect(found).toEqual([]);
});
