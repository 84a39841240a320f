import { expect, test } from "vitest";
import { companyForm } from "#app/domain/campaign/company/company-form.ts";
import { WordsForm } from "#app/domain/campaign/forms/words-form.ts";
import { RecipientForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { DispatchForm } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import { parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
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
