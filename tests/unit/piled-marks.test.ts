import { expect, test } from "vitest";
import { personFields } from "#app/domain/access/person-form.ts";
import { InvitationForm } from "#app/domain/access/sign-in/sign-in-form.ts";
import { claimForm } from "#app/domain/campaign/claims/claim-form.ts";
import { lineField } from "#app/domain/campaign/forms/source-form.ts";
import { WordsForm } from "#app/domain/campaign/forms/words-form.ts";
import { PetitionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { RecipientForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { readRow } from "#app/domain/entries/imports/reading/read-row.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";
import { LetterForm } from "#app/domain/entries/letters/writing/letter-form.ts";
import { packetFormOf } from "#app/domain/entries/pledges/co-filing/co-filing-form.ts";
import { SignatureForm } from "#app/domain/entries/signatures/signature-form.ts";
import { DispatchForm } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import { HandOverForm } from "#app/domain/outgoing/packs/hand-over-form.ts";
import { draftForm } from "#app/domain/outgoing/updates/update-form.ts";

const now = new Date("2026-11-28T12:00:00Z");
const piled = `Z${"\u0329\u035b\u0313".repeat(38)}`;

const drafts = draftForm(["en"]).shape as unknown as Record<
  "subject_en" | "body_en",
  typeof PetitionForm.shape.body
>;
const claims = claimForm(now);
const fields: Record<
  string,
  { safeParse: (text: unknown) => { error?: { issues: { message: string }[] } } }
> = {
  "the name of a signature": SignatureForm.shape.name,
  "the comment of a signature": SignatureForm.shape.comment,
  "the name of a pledge": personFields.name,
  "the name of a letter": LetterForm.shape.name,
  "a letter": LetterForm.shape.body,
  "the name on a paper to co-file with": packetFormOf(now).shape.name,
  "the name of an organizer": InvitationForm.shape.name,
  "the title of a campaign": WordsForm.shape.title,
  "the petition": PetitionForm.shape.body,
  "a claim": claims.shape.text,
  "the source of a claim": claims.shape.source_title,
  "a line of a meeting": lineField("place", 200),
  "the subject of an update": drafts.subject_en,
  "an update": drafts.body_en,
  "the subject of a dispatch": DispatchForm.shape.subject,
  "the name of a recipient": RecipientForm.shape.name,
  "an answer of the company": ReplyForm.shape.text,
  "to whom a pack was handed over": HandOverForm.shape.to,
};

test.each(Object.keys(fields))("%s takes no marks piled on one letter", (field) => {
  const problems = (text: string) =>
    fields[field]?.safeParse(text).error?.issues.map(({ message }) => message);
  expect(problems(piled)).toEqual(["marks"]);
  expect(problems("Nguyễn Thị Hồng")).toBeUndefined();
});

test("a row of a list with such a name or comment is refused, and says why", () => {
  const mapping = { columns: { email: 0, name: 1, comment: 2 }, country: "US", days: "ymd" } as const;
  const read = (name: string, comment = "") =>
    readRow(["ana@example.org", name, comment], { columns: 3, mapping, today: "2026-11-28" });
  expect(read(piled)).toBe("marks");
  expect(read("Ana", piled)).toBe("marks");
  expect(read("12 34")).toBe("name-letters");
  expect(read("Nguyễn Thị Hồng")).toMatchObject({ name: "Nguyễn Thị Hồng" });
});
