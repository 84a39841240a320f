import { expect, test } from "vitest";
import { fillNote, hasUnfilled } from "#app/domain/review/bulk/bulk.ts";
import { words } from "#app/i18n/index.ts";

test("what the public reads of an invalidation agrees with its count", () => {
  const { noteDefault } = words("en").review.bulk;
  expect(fillNote(noteDefault, 1)).toBe("Automated signatures removed from the count: 1.");
  const agreeing = "{count} {count|signature was|signatures were} taken out.";
  expect(fillNote(agreeing, 1)).toBe("1 signature was taken out.");
  expect(fillNote(agreeing, 1200)).toBe("1,200 signatures were taken out.");
  expect(fillNote(agreeing, null)).toBe("… signatures were taken out.");
});

test("braces that nothing fills in are found before the public reads them", () => {
  for (const note of ["{many} were made up.", "{count|was|were", "{count|a|b|c} were made up.", "Odd }"])
    expect(hasUnfilled(note), note).toBe(true);
  for (const note of [words("en").review.bulk.noteDefault, "{count|It was|They were} made up.", "None."])
    expect(hasUnfilled(note), note).toBe(false);
});
