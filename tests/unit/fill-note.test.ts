import { expect, test } from "vitest";
import { fillNote } from "#app/domain/review/fill-note.ts";
import { words } from "#app/i18n/index.ts";

test("what the public reads of an invalidation agrees with its count", () => {
  const { noteDefault } = words("en").review.bulk;
  expect(fillNote(noteDefault, 1)).toBe("1 signature that a program had made up was taken out of the count.");
  expect(fillNote(noteDefault, 1200)).toBe(
    "1,200 signatures that a program had made up were taken out of the count.",
  );
});
