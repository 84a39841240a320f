import { expect, test } from "vitest";
import type { z } from "zod";
import { problemOf } from "#app/cli/parts/forms.ts";
import { claimForm } from "#app/domain/campaign/claims/claim-form.ts";
import { companyForm } from "#app/domain/campaign/company/company-form.ts";
import { lineField } from "#app/domain/campaign/forms/source-form.ts";
import { translationField, WordsForm } from "#app/domain/campaign/forms/words-form.ts";
import { NewCampaignForm } from "#app/domain/campaign/opening/new-campaign-form.ts";
import { SenderForm } from "#app/domain/campaign/organization/sender-form.ts";
import {
  CorrectionForm,
  CorrectTranslationForm,
  NoticeForm,
  PetitionForm,
  PublishPetitionForm,
} from "#app/domain/campaign/petition/petition-form.ts";
import { PictureForm } from "#app/domain/campaign/picture/picture-form.ts";
import { RecipientForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";
import { TemplateForm } from "#app/domain/entries/letters/settings/settings-form.ts";
import { DispatchForm } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import { parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { mergeField } from "#app/i18n/en/form-errors.ts";
import { findMergeField } from "#app/lib/merge-fields.ts";

test("merge fields of other tools are found by name", () => {
  const fields = [
    "{first_name}",
    "{First Name}",
    "{{ first_name }}",
    '{{ user.first_name|default:"friend" }}',
    "{{ .Subscriber.FirstName }}",
    "{% if first_name %}",
    "*|FNAME|*",
    "*|IF:FNAME|*",
    "{contact.first_name}",
    "{$name}",
    "{user_data~First Name}",
    `$${"{firstName}"}`,
    "#{name}",
    "[[first_name]]",
    '[[FIRSTNAME OR "Friend"]]',
    "[firstname,fallback=friend]",
    "[First Name]",
    "[NOMBRE]",
    "%FIRSTNAME%",
    "%%first_name%%",
    "<<First Name>>",
    "«Nombre»",
    "-first_name-",
    "{nombre}",
    "{!Contact.FirstName}",
    "{!firstname_fix}",
    "[% member:first_name %]",
    "<%= recipient.firstName %>",
    "%recipient.first_name%",
    "@FIRSTNAME@",
    "$FIRST_NAME$",
  ];
  for (const field of fields) expect(findMergeField(`Hi ${field}, thanks.`), field).toBe(field);
});

test("words that only look like merge fields pass", () => {
  for (const text of [
    "75 % of 100 %, and 26%.",
    "[claim 9] and [claim 9: the policy]",
    "[Name your reasons](https://example.org)",
    "[email us](mailto:ana@example.org)",
    "«Nadie», dijo ella, «nos preguntó».",
    "a *bold* | table | * of stars",
    "{ }, {}, {1}, [1], [[]], %, %%, <<, >>",
    "a well-named-thing and a-name-tag",
    "$1,000 and $2,000, name@name.example, ana@email@work",
    "Stop! {! } [ 5% and 7% ] <5% and 6%>",
    "https://es.wikipedia.org/wiki/Espa%C3%B1a and %C3%89COLE%20 and %E2%80%99",
  ])
    expect(findMergeField(text), text).toBeNull();
});

test("what leaves is refused with the merge field it has, and a dispatch keeps its own", () => {
  const found = "{first_name}";
  expect(parseUpdate(`Hello.\n\nHi ${found}, *|FNAME|*`, [])).toEqual({
    ok: false,
    errors: [{ line: 3, code: "merge-field", value: found }],
  });
  const dispatch = { version: "1", recipient: "4a1f1a5e-5f1c-4c9e-8a51-0d6a3b1a2c3d" };
  const body = "We send {letters} {letters|letter|letters}.";
  expect(DispatchForm.safeParse({ ...dispatch, subject: "Letters", body }).success).toBe(true);
  const refused = DispatchForm.safeParse({ ...dispatch, subject: `Hi ${found}`, body: "Dear *|FNAME|*" });
  expect(refused.error?.issues.map(({ message }) => message)).toEqual([
    "merge-field",
    "subject-braces",
    "merge-field",
  ]);
  const inWords = DispatchForm.safeParse({
    ...dispatch,
    subject: "Letters",
    body: "{letters|%FNAME%|letters}",
  });
  expect(inWords.error?.issues.map(({ message }) => message)).toEqual(["merge-field"]);
  const company = companyForm(new Date()).safeParse({ name: found });
  const recipient = RecipientForm.safeParse({ name: `Office of ${found}`, postal_address: found });
  for (const [form, path] of [
    [company, "name"],
    [recipient, "name"],
    [recipient, "postal_address"],
  ] as const)
    expect(form.error?.issues, path).toContainEqual(
      expect.objectContaining({ path: [path], message: "merge-field", params: { value: found } }),
    );
  const page = WordsForm.safeParse({ title: `Hi ${found}` });
  expect(page.error?.issues).toContainEqual(
    expect.objectContaining({ path: ["title"], message: "merge-field", params: { value: found } }),
  );
});

const now = new Date("2026-11-28T12:00:00Z");
const claims = claimForm(now);
const forms: Record<string, z.ZodType> = {
  "the petition": PetitionForm.shape.body,
  "its summary": PetitionForm.shape.summary,
  "what a new petition changes": NoticeForm.shape.change,
  "the note of a version": PublishPetitionForm.shape.note,
  "a correction": CorrectionForm.shape.text,
  "a translation": translationField("Words"),
  "the correction of a translation": CorrectTranslationForm.shape.note_in,
  "a claim": claims.shape.text,
  "the address of a source": claims.shape.source_url,
  "a picture of a claim": lineField("part", 240),
  "the words of a picture": PictureForm.shape.alt_es,
  "the text that people share": WordsForm.shape.share_es,
  "a new campaign": NewCampaignForm.shape.name,
  "the sender": SenderForm.shape.sender_name,
  "what letters begin with": TemplateForm.shape.ask,
  "the subject of a dispatch": DispatchForm.shape.subject,
  "who replied": ReplyForm.shape.from_whom,
};

test.each(Object.keys(forms))("%s takes no merge field, ours neither", (name) => {
  const issues = (text: string) => forms[name]?.safeParse(text).error?.issues;
  for (const value of ["*|FNAME|*", "{{name}}", "{first_name|friend}"])
    expect(issues(`https://undersigned.test/${value}`)?.[0], value).toMatchObject({
      message: "merge-field",
      params: { value },
    });
});

test("a reply of the company stays as it wrote it", () => {
  expect(ReplyForm.shape.text.safeParse("Dear {first_name}, thank you.").success).toBe(true);
});

test("a merge field in a long text is named with its line", () => {
  const of = (text: string) => PetitionForm.shape.body.safeParse(text).error?.issues[0];
  const errors = { "merge-field": mergeField };
  const says = (text: string) => problemOf(of(text), errors);
  expect(says("Ask.\n\nDear [First Name], we ask.")).toMatch(/^Remove “\[First Name\]” in line 3: /);
  expect(says("Dear $1 {name}")).toMatch(/^Remove “{name}”: /);
});
