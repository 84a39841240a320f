import { expect, test } from "vitest";
import { parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { maxBodyLength } from "#app/domain/outgoing/updates/words/markdown-bounds.ts";
import { uuidPattern } from "#app/lib/uuid.ts";
import { cpuAtMost, isQuick, leastCpu } from "#tests/support/patterns/cpu.ts";
import { entries } from "#tests/support/patterns/entries.ts";
import { findRegexes } from "#tests/support/patterns/find-regexes.ts";
import { hostileTexts } from "#tests/support/patterns/hostile-texts.ts";
import { slowText } from "#tests/support/patterns/slow-text.ts";

/** Values of expressions' parts known only at run time, by file and name. */
const samples = {
  "app/http/page-classes.ts patterns": `/|/c/[a-z0-9-]{3,64}/letters/page/${uuidPattern}|/unsubscribe/[^/]+`,
  "app/http/page-cache.ts name": "gzip",
  "app/mail/render.server.ts linkGap": "link-0123456789abcdef0123456789abcdef",
  "app/mail/render.server.ts mark": "n0123456789",
  "app/routes/public/campaign/share-image/route.ts locales": "en|es",
};

/** Assembled from trusted parts, and checked where those are read. */
const readElsewhere = [
  // The expression of markdown.ts, with other flags.
  "app/domain/outgoing/updates/update-content.server.ts",
  // This machine's folder name, before the names in it.
  "db/embedded/initialize.ts",
];

/** Files that read our own CSS and markup on a developer's machine. */
const leftOut = /^app\/(?:routes\/dev\/ui|ui\/tokens\.ts)/;

/** Milliseconds that a test may wait for a processor that others use. */
const patience = 300_000;

test("no regular expression of the product is kept busy by any text", { timeout: patience }, () => {
  const { found, unread } = findRegexes(["app", "emails", "db"], samples);
  expect(found.length).toBeGreaterThan(400);
  const others = unread.filter(
    ({ where }) => !leftOut.test(where) && !readElsewhere.some((file) => where.startsWith(`${file}:`)),
  );
  expect(others).toEqual([]);

  const once = new Map(found.map(({ where, regex }) => [String(regex), { where, regex }]));
  const slow = [...once.values()]
    .filter(({ where }) => !leftOut.test(where))
    .flatMap(({ where, regex }) => {
      const text = slowText(regex);
      return text ? [`${where} ${regex} takes too long for ${JSON.stringify(text)}`] : [];
    });
  expect(slow).toEqual([]);
});

test.each([/(a+)+$/, /^(?:\w+\s?)*$/, /(?:al )+(?:al )+x/i, /\s+$/, /.*,.*,.*x/])(
  "a pattern that takes long is found: %s",
  (regex) => {
    expect(slowText(regex)).not.toBeNull();
  },
);

/** Refuses the whole by its length before reading it: reading a fifth takes longer. */
const refusesTheWhole = "import: head";

test.each(Object.keys(entries))(
  "100,000 hostile characters are read in 50 ms: %s",
  { timeout: patience },
  (name) => {
    const read = entries[name] as (text: string) => unknown;
    read("Ana Sample");
    const slow = hostileTexts.flatMap((hostile) => {
      if (name !== refusesTheWhole && isQuick(() => read(hostile.fifth))) return [];
      const cpu = leastCpu(() => read(hostile.text));
      return cpu > cpuAtMost ? [`${hostile.name}: ${Math.round(cpu)} ms`] : [];
    });
    expect(slow).toEqual([]);
  },
);

/** Each run ends in another character: a text read before is not parsed again. */
let runs = 0;
const parseAgain = (body: string) => parseUpdate(`${body} ${runs++}`, []);

/** As many openings as a paragraph may have, then the longest text that never closes them. */
const begun = (beginning: string, times: number, rest = "b ") =>
  (beginning.repeat(times) + rest.repeat(maxBodyLength)).slice(0, maxBodyLength - 10);

/** Slow inputs of Markdown parsers (pathological tests of cmark, issues of markdown-it, commonmark.js). */
const pathological: Record<string, string> = {
  "titles that never end": begun('[a](b "', 300),
  "titles in brackets that never end": begun("[a](b (", 300),
  "addresses that never end": begun("[a](<b", 300),
  "links in links": `${"[a](".repeat(300)}b${")".repeat(300)}`,
  "brackets in brackets": `${"[".repeat(300)}a${"]".repeat(300)}`,
  "brackets without an end": begun("[", 300),
  "empty links": begun("[]()", 300),
  "links that are begun over and over": begun("[](", 300),
  "images in images": `${"![".repeat(300)}a${"](b)".repeat(300)}`,
  "definitions whose titles never end": begun("[a]: b\n'c\n", 140, "d\n").slice(0, 2500),
  "definitions after one another": Array.from({ length: 290 }, (_, n) => `[a${n}]: b`).join("\n"),
  "a label that never ends": `[${"a\\\n".repeat(290)}`,
  "references of everything": `[a]: https://b.example\n\n${"[a][a]".repeat(149)}`,
  "emphasis that opens": begun("*a ", 499),
  "emphasis that closes": begun("a* ", 499),
  "emphasis of two kinds": begun("*a _b ", 249),
  "emphasis that ends as another": `${"a**b".repeat(249)}${"c* ".repeat(249)}`,
  "emphasis that is both": begun("a**_b ", 249),
  "stars alone": `${"*".repeat(4000)}a${"*".repeat(900)}`,
  "backticks of every length": Array.from({ length: 95 }, (_, n) => "`".repeat(n + 1)).join(" "),
  "backticks that are escaped": begun("\\``", 100),
  "code that never ends": begun("` ``", 100),
  "comments that never end": begun("a <!-- b ", 20),
  "instructions that never end": begun("a <? b ", 20),
  "declarations that never end": begun("a <!A b ", 20),
  "CDATA that never ends": begun("a <![CDATA[ b ", 20),
  "tags without an end": begun("<a b ", 2000, "c "),
  "attributes without an end": begun('<a b="', 2000),
  "tags of spaces": begun("<a", 1, " "),
  "angle brackets": begun("<", 4000),
  "spaces in a line": `a${" ".repeat(49_000)}b`,
  "spaces before a line break": `a${" ".repeat(24_000)}b \n${" ".repeat(24_000)}c`,
  "spaces in a heading": `# a${" ".repeat(49_000)}b`,
  "tabs in a line": `a${"\t".repeat(49_000)}b`,
  "signs after a heading": `# a${" #".repeat(2400)} b`,
  "a code block of blank lines": `\`\`\`\n${`${" ".repeat(15)}\n`.repeat(2990)}a`,
  "indented blank lines": `    a\n${`${" ".repeat(15)}\n`.repeat(2900)}    b`,
  "lists in lists, line by line": Array.from({ length: 390 }, (_, n) => `${"  ".repeat(n % 6)}- a`).join(
    "\n",
  ),
  "quotes with lines that follow": `> > > > > > a\n${"b\n".repeat(290)}`,
  "items with lines that follow": `- - - - - - a\n${"b\n".repeat(290)}`,
  "quotes that come and go": "> a\n\nb\n\n".repeat(390),
  "blocks of HTML": "<div>\na\n\n".repeat(500),
  "headings by their underlines": "a\n---\n".repeat(1100),
  "lines that are nearly tables": "a | b\n- | -\n".repeat(140),
  "lines that are nearly rules": "- - - - - - a\n".repeat(35),
  entities: "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".repeat(490),
  "escaped signs": "\\!".repeat(2400),
  "links that touch one another": `${"[a](http://b.c)(x".repeat(145)}\n\n`.repeat(17),
  "links that touch words": `${"[a](http://b.c)x.y ".repeat(145)}\n\n`.repeat(17),
  "addresses that touch words": `${"http://b.c**x** ".repeat(120)}\n\n`.repeat(10),
  "a link with the longest word": `[a](http://b.c)${"x.".repeat(24_000)}`,
  "a link with the longest row of signs": `[a](http://b.c)${"x,(".repeat(16_000)}`,
  "words in one line": "a".repeat(maxBodyLength - 10),
};

const updates = {
  ...Object.fromEntries(
    hostileTexts.map(({ name, text }) => [name, [...text].slice(0, maxBodyLength - 10).join("")]),
  ),
  ...pathological,
};

test("an update of the greatest length is read or refused in 50 ms", { timeout: patience }, () => {
  const slow = Object.entries(updates).flatMap(([name, body]) => {
    const cpu = leastCpu(() => parseAgain(body));
    return cpu > cpuAtMost ? [`${name}: ${Math.round(cpu)} ms`] : [];
  });
  expect(slow).toEqual([]);
});

/** Valid updates, each with the maximum of one thing. */
const fullest: Record<string, string> = {
  words: `${"word ".repeat(40)}\n\n`.repeat(200),
  "one paragraph": "The company has not answered our letter. ".repeat(1200),
  sections:
    "## Head\n\nThe *company* has [not](https://a.example/c) answered `our` letter.\n\n- one **two**\n- three\n\n> said\n\n".repeat(
      50,
    ),
  emphasis: `${"**a** ".repeat(249)}\n\n`.repeat(5),
  entities: "&amp; ".repeat(490),
  code: `${"`a` ".repeat(99)}\n\n`.repeat(24),
  "lines of a list": "- One source\n".repeat(290),
  links: `${"[a](https://b.example/c) ".repeat(100)}\n\n`.repeat(4),
  "links with their stops": `${"([a](https://b.example/c)), ".repeat(100)}\n\n`.repeat(4),
  "links with what they touch": `${"x-[a](https://b.example/c)y ".repeat(90)}\n\n`.repeat(4),
  breaks: `${"a  \n".repeat(299)}\n`.repeat(9),
  headings: "# a\n\n".repeat(330),
  quotes: "> a\n\n".repeat(220),
};

test.each(Object.keys(fullest))("the fullest update of %s is read in 50 ms", { timeout: patience }, (of) => {
  const body = fullest[of] as string;
  expect(parseAgain(body)).toMatchObject({ ok: true });
  expect(leastCpu(() => parseAgain(body))).toBeLessThan(cpuAtMost);
});
