import { expect, test } from "vitest";
import { draftForm } from "#app/domain/outgoing/updates/update-form.ts";

const read = (subject: string) =>
  draftForm(["en"]).safeParse({ version: "1", did: "anything", countries: [], subject_en: subject });

test.each(["=?utf-8?Q?a?= =?utf-8?B?YQ==?=", "We won =?x", "=\u200b?utf-8?Q?a?="])(
  "a subject that mail programs would decode is refused: %s",
  (subject) => {
    expect(read(subject).error?.issues).toMatchObject([{ path: ["subject_en"], message: "subject-encoded" }]);
  },
);

test("a subject may ask and reckon", () => {
  expect(read("2 + 2 = 4? Yes").success).toBe(true);
});
