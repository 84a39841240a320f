import { expect, test } from "vitest";
import { letterText } from "#app/domain/entries/letters/letter.ts";
import { hidingReasons, letterRefusalReasons } from "#app/domain/moderation/moderation.ts";
import { describeProblem } from "#app/i18n/describe-problem.ts";
import { type Locale, words } from "#app/i18n/index.ts";

const { letter, letterConsole, letterProblems } = words("en");
const withoutWords = (codes: readonly string[], catalogue: Record<string, string>) =>
  codes.filter((code) => catalogue[code] === undefined);

test("every reason of an organizer is said in words, to the writer and in the console", () => {
  expect(withoutWords(letterRefusalReasons, letter.refusedReasons)).toEqual([]);
  expect(withoutWords([...hidingReasons, "reports"], letterProblems.hidden)).toEqual([]);
  const inConsole = [
    ...letterRefusalReasons,
    ...hidingReasons,
    "reports",
    ...Object.keys(letter.heldReasons),
  ];
  expect(withoutWords(inConsole, letterConsole.reasons)).toEqual([]);
});

test("a problem code with a number is named by its prefix, else as the provider's", () => {
  expect(describeProblem(letterProblems, "smtp-452")).toBe("the mail server refused it for now");
  expect(describeProblem(letterProblems, "smtp-econnreset")).toBe("the connection to the mail server failed");
  expect(describeProblem(letterProblems, "some-new-thing")).toBeNull();
  expect(letterProblems.other("some-new-thing")).toContain("some-new-thing");
});

test("the rhythm that writers are told is the campaign's own", () => {
  expect([letter.rhythm(7, null), letter.rhythm(1, 500), letter.rhythm(30, 2000)]).toEqual([
    "once a week",
    "every day, or earlier once 500 letters wait",
    "every 30 days, or earlier once 2,000 letters wait",
  ]);
});

test("a letter of one share says so in the singular, in both languages", () => {
  const of = (locale: Locale, shares: string) =>
    letterText({ locale, body: "Stop.", shares, name: "Ana Sample", country: "US", company: "Microsoft" });
  expect(of("en", "1")).toContain("I hold 1 share of Microsoft.");
  expect(of("en", "12.5")).toContain("I hold 12.5 shares of Microsoft.");
  expect(of("es", "1")).toContain("Tengo 1 acción de Microsoft.");
  expect(of("es", "2")).toContain("Tengo 2 acciones de Microsoft.");
});
