// English emails can be read at age 13 and within a minute, texts of the console at 16 (retext-readability).
import { expect, test } from "vitest";
import en from "#app/i18n/en/index.ts";
import { write } from "#emails/index.ts";
import type { Block } from "#emails/parts/letter.ts";
import { sampleEmails } from "#tests/support/emails.ts";
import { hardSentences } from "#tests/support/readability.ts";

/** Written by organizers and writers themselves, at any length. */
const longOnes = new Set(["update", "update-test", "letter-part"]);
const emails = sampleEmails.filter(({ name }) => !longOnes.has(name));

/** An email's own words: without entered data, legal text and who pays. */
function textsOfBlock(block: Block): string[] {
  if (block.kind === "button") return [block.label, block.note ?? ""];
  if (block.kind === "notes") return block.heading === en.pledge.disclosuresHeading ? [] : block.items;
  return "text" in block ? [block.text] : [];
}
const sayings = (email: (typeof emails)[number]) => {
  const { heading, blocks, footer } = write(email);
  return [heading, ...blocks.flatMap(textsOfBlock), footer.reason];
};

test("emails are easy to read at 13", () => {
  const { sentences, hard } = hardSentences(13, emails.flatMap(sayings));
  expect(sentences).toBeGreaterThan(150);
  expect(hard.length / sentences, hard.join("\n")).toBeLessThanOrEqual(0.05);
});

test.each(emails)("$name has fewer than 120 words", (email) => {
  const words =
    sayings(email)
      .join(" ")
      .match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  expect(words.length, words.join(" ")).toBeLessThan(120);
});

/** Catalogues of public pages and emails: read as rendered, above and in tests/routes. */
const forEveryone = new Set([
  "language",
  "accessibility",
  "archive",
  "case",
  "coFile",
  "common",
  "embed",
  "errors",
  "pledgeSummary",
  "letter",
  "letterMail",
  "mail",
  "names",
  "personal",
  "pledge",
  "pledgeMail",
  "privacy",
  "reminderMail",
  "sign",
  "totals",
  "transparency",
  "unsubscribe",
]);

/** A catalogue's texts, with a number or a name in every gap. */
function textsOf(tree: unknown): string[] {
  if (typeof tree === "string") return [tree];
  if (typeof tree === "function")
    for (const value of [7, "Ada"])
      try {
        return textsOf(tree(...Array.from({ length: tree.length }, () => value)));
      } catch {}
  return typeof tree === "object" && tree !== null ? Object.values(tree).flatMap(textsOf) : [];
}

test("texts of the console are easy to read at 16", () => {
  const texts = Object.entries(en).flatMap(([name, tree]) => (forEveryone.has(name) ? [] : textsOf(tree)));
  const { sentences, hard } = hardSentences(16, texts);
  expect(sentences).toBeGreaterThan(1000);
  expect(hard.length / sentences, hard.join("\n")).toBeLessThanOrEqual(0.05);
});
