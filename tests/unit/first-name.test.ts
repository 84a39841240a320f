import { expect, test } from "vitest";
import { findInLine } from "#app/domain/outgoing/updates/words/line.ts";
import { parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { fillBlocks, fillFirstNames, firstNameOf } from "#app/lib/first-name.ts";

test.each([
  ["Ana Sample", "Ana"],
  ["Zoë-Lưu O’Neill", "Zoë-Lưu"],
  ["D'Arcy Ò", "D'Arcy"],
  ["Sample, Ana", "Ana"],
  ["Dr. Ana Sample", "Ana"],
  ["Jo March", "Jo"],
  ["王小明", "王小明"],
  ["김 민수", null],
  ["محمد علي", "محمد"],
  ["Mr. Sample", null],
  ["A. Sample", null],
  ["AB Sample", null],
  ["J.R. Sample", null],
  ["Anonymous", null],
  ["Anónima", null],
  ["{first_name|you} Sample", null],
  ["*|FNAME|*", null],
  ["<b>Ana</b>", null],
  ["Ana&Ben Sample", null],
  ["evil.test Sample", null],
  ["https://evil.test", null],
  ["Ana\u202eb Sample", null],
  ["", null],
])("%s is called %s", (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});

const errorsOf = (text: string) => {
  const parsed = parseUpdate(text, []);
  return parsed.ok ? [] : parsed.errors.map(({ line, code }) => `${line} ${code}`);
};

test("our field is read with its fallback, in any place of a text that has words only", () => {
  const lines = ["## To {first_name|you}", "**{first_name| dear friend }**, this.", "- {first_name|amiga/o}"];
  const text = lines.join("\n\n");
  const parsed = parseUpdate(text, []);
  expect(errorsOf(text)).toEqual([]);
  const filled = JSON.stringify(fillBlocks(parsed.ok ? parsed.blocks : [], (fallback) => `(${fallback})`));
  for (const part of ["To (you)", '"(dear friend)"', "(amiga/o)"]) expect(filled).toContain(part);
  expect(filled).not.toContain("first_name");
});

test.each([
  ["{first_name}", "1 merge-field"],
  ["{first_name|}", "1 merge-field"],
  ["{first_name|*dear* friend}", "1 merge-field"],
  ["{FIRST_NAME|friend}", "1 merge-field"],
  ["{first_name|a|b}", "1 merge-field"],
  ["{last_name|friend}", "1 merge-field"],
  ["Hi.\n\n{first_name|my\nfriend}", "3 merge-field"],
  ["`{first_name|friend}`", "1 merge-field"],
  ["    {first_name|friend}", "1 merge-field"],
  ["&#123;email&#125;", "1 merge-field"],
])("%s is refused: nothing would fill it in", (text, error) => {
  expect(errorsOf(text)).toContain(error);
});

test.each([
  "https://evil.test/{first_name|you}",
  "https://evil.test/**{first_name|you}**",
  "evil.test/?n={first_name|you}",
  "www.evil.test?{first_name|you}",
  "{first_name|you}.evil.test",
  "evil.{first_name|you}",
  "{first_name|you}@evil.test",
  "[Read](https://evil.test/?n={first_name|you})",
  "[Read](https://evil.test/?n={first_name|you there})",
  "[Read](https://evil.test/?n=&#123;first_name|you&#125;)",
  "[Dear {first_name|you} there](https://evil.test/)",
  "[Dear {first_name|you} there][1]\n\n[1]: https://evil.test/",
  "[Read][1]\n\n[1]: https://evil.test/{first_name|you}",
  "<https://evil.test/{first_name|you}>",
])("a name reaches no link: %s", (text) => {
  expect(errorsOf(text).join()).toMatch(/field-in-link|merge-field|link/);
});

test("a subject takes ours and no other", () => {
  expect(findInLine("{first_name|Friend}, we won")).toBeNull();
  expect(findInLine("{first_name}, we won")).toBe("{first_name}");
  expect(findInLine("See x.test/{first_name|you}")).toBe("{first_name|you}");
});

test("what fills a field in is not read again", () => {
  expect(fillFirstNames("{first_name|you} and {first_name|me}", () => "{first_name|x} $& $1")).toBe(
    "{first_name|x} $& $1 and {first_name|x} $& $1",
  );
});
