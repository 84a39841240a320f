import { createRequire } from "node:module";
import { render as toHtml } from "@react-email/render";
import { expect, test } from "vitest";
import { locales } from "#app/i18n/index.ts";
import { createRender, render } from "#app/mail/render.server.ts";
import { bindLetter, type Email, htmlOf, partLetter, write } from "#emails/index.ts";
import { inLocale, sampleEmails } from "#tests/support/emails.ts";

/** Names that could be taken for a part of an email or of its layout. */
const nasty = [
  `<script>alert("1")</script> & 'Ana' &amp; &#x27;`,
  "$& $1 $$ $` $' \\1 {0} %s",
  "\ue0000\ue001 \ue0001\ue001 \ue000\ue001",
  "<!-- --> <!--$--> ]]> <link rel=preload as=image> <!DOCTYPE html>",
  "محمد \u202e\u2066x\u2069 \u200b\u00a0\u2028 \ufeff é e\u0301 👩‍👩‍👧 𝒜",
  "\ud83d alone \udc00",
  "a\nb\r\nc\td",
  " ",
];

/** The same email with other personal words. Dates, links and numbers stay. */
function withWords(email: Email, words: string): Email {
  const change = (value: unknown): unknown => {
    if (typeof value === "string") return isFixed(value) ? value : words;
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== "object" || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one)]));
  };
  return { ...email, props: change(email.props) } as Email;
}

/** Values that select words, days and addresses. */
const isFixed = (value: string) =>
  /^([a-z][a-z0-9_-]*|https?:.*|mailto:.*|\d{4}-\d\d-\d\d|[A-Z]\w+\/\w+)$/.test(value);

const everyEmail = locales.flatMap((locale) =>
  sampleEmails.map((email) => ({ locale, name: email.name, email: inLocale(email, locale) })),
);

test.each(everyEmail)(
  "$name in $locale is filled in as it would be rendered, with any words",
  async ({ email }) => {
    await render(email);
    for (const words of ["Ana", ...nasty]) {
      const filled = withWords(email, words);
      expect((await render(filled)).html).toBe(await toHtml(htmlOf(bindLetter(write(filled)))));
    }
  },
);

test("what emails of one kind and language share is rendered once", async () => {
  let renderings = 0;
  const render = createRender((element) => {
    renderings++;
    return toHtml(element);
  });
  const receipt = sampleEmails.find(({ name }) => name === "receipt") as Email;
  for (const name of ["Ana", "Zoë O’Brien", "<b>"]) {
    for (const locale of locales) {
      const { html } = await render({
        ...inLocale(receipt, locale),
        props: { ...inLocale(receipt, locale).props, name },
      } as Email);
      const text = html.replaceAll("\u00a0", " ");
      expect(text).toContain(name.replace("<", "&lt;").replace(">", "&gt;"));
    }
  }
  expect(renderings).toBe(locales.length);
});

test("a preview that looks like a gap of a form is written as it is", async () => {
  const letter = { ...write(sampleEmails[0] as Email), preview: "\ue0000\ue001" };
  expect(partLetter(letter)).toBe(null);
  expect(partLetter({ ...letter, preview: "News" })).not.toBe(null);
});

test("a form that could not be rendered is tried again", async () => {
  let tries = 0;
  const render = createRender(async (element) => {
    if (++tries === 1) throw new Error("no memory");
    return toHtml(element);
  });
  const [email] = sampleEmails as [Email];
  await expect(render(email)).rejects.toThrow("no memory");
  expect((await render(email)).html).toContain("</html>");
});

test("a highlighter of program code is not loaded to write an email", async () => {
  await render(sampleEmails[0] as Email);
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  expect(loaded.filter((path) => path.includes("/node_modules/react/"))).not.toEqual([]);
  expect(loaded.filter((path) => /prism|code-block|tailwind/.test(path))).toEqual([]);
});
