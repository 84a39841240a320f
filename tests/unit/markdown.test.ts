import fc from "fast-check";
import { expect, test } from "vitest";
import { type CitableClaim, parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import type { Inline, RichBlock } from "#emails/parts/rich-text.ts";

const claim: CitableClaim = {
  number: 9,
  isPublic: true,
  kind: "company_statement",
  text: "Microsoft says that its policy bars mass surveillance of civilians.",
  quotation: "We do not believe ICE is doing that.",
  attribution: "Reported by Reuters",
  published: { on: "2026-02-18", precision: "day" },
  source: { title: "What it says", url: "https://news.example.org/says" },
  limits: "It does not say what was looked at.",
};
const claims = [claim, { ...claim, number: 3, isPublic: false }];

function read(markdown: string): RichBlock[] {
  const parsed = parseUpdate(markdown, claims);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.blocks;
}
function refuse(markdown: string) {
  const parsed = parseUpdate(markdown, claims);
  return parsed.ok ? [] : parsed.errors;
}
const text = (words: string): Inline => ({ kind: "text", text: words });
const paragraph = (...of: Inline[]): RichBlock => ({ kind: "paragraph", of });

test("headings have two levels, and paragraphs may be strong, emphatic and broken", () => {
  expect(read("# One\n\n## Two\n\n### Three\n\n#### Four\n\nA **b** *c*  \nd\ne")).toEqual([
    { kind: "heading", level: 2, of: [text("One")] },
    { kind: "heading", level: 2, of: [text("Two")] },
    { kind: "heading", level: 3, of: [text("Three")] },
    { kind: "heading", level: 3, of: [text("Four")] },
    paragraph(
      text("A "),
      { kind: "strong", of: [text("b")] },
      text(" "),
      { kind: "emphasis", of: [text("c")] },
      { kind: "break" },
      text("d e"),
    ),
  ]);
});

test("lists nest, and quotes and rules are blocks of their own", () => {
  expect(read("1. one\n2. two\n   - inner\n\n> said\n\n---\n")).toEqual([
    {
      kind: "list",
      ordered: true,
      items: [
        [paragraph(text("one"))],
        [paragraph(text("two")), { kind: "list", ordered: false, items: [[paragraph(text("inner"))]] }],
      ],
    },
    { kind: "quote", of: [paragraph(text("said"))] },
    { kind: "rule" },
  ]);
});

test("links go to http, https and mailto, and keep their bytes", () => {
  const urls = [
    "https://a.example.org/x?a=1&b=%20c#d",
    "http://a.example.org",
    "mailto:campaign@example.org?subject=Hi",
  ];
  for (const url of urls) {
    expect(read(`See [this](${url}).`)).toEqual([
      paragraph(text("See "), { kind: "link", url, of: [text("this")] }, text(".")),
    ]);
  }
  expect(read("[a][b]\n\n[b]: https://b.example.org")).toEqual([
    paragraph({ kind: "link", url: "https://b.example.org", of: [text("a")] }),
  ]);
  expect(read("<https://c.example.org>")).toEqual([
    paragraph({ kind: "link", url: "https://c.example.org", of: [text("https://c.example.org")] }),
  ]);
});

test("a bare address is a link without its full stop, but not inside a link", () => {
  const url = "https://a.example.org/a_b_c?x=1";
  expect(read(`See ${url}, then (${url}).`)).toEqual([
    paragraph(
      text("See "),
      { kind: "link", url, of: [text(url)] },
      text(", then ("),
      { kind: "link", url, of: [text(url)] },
      text(")."),
    ),
  ]);
  expect(read(`[${url}](https://a.example.org/b)`)).toEqual([
    paragraph({ kind: "link", url: "https://a.example.org/b", of: [text(url)] }),
  ]);
});

test.each([
  ["https://microsoft.com", "https://evil.test/"],
  ["microsoft.com", "https://evil.test/microsoft.com"],
  ["www.microsoft.com/ice?x=1", "https://microsoft.com.evil.test/"],
  ["Sign at **micro*soft*.com** today", "https://evil.test/"],
  ["https://microsoft.com/", "https://microsoft.co/"],
  ["https:microsoft.com", "https://evil.test/"],
  ["https:\\\\\\\\microsoft.com", "https://evil.test/"],
  ["microsoft。com", "https://evil.test/"],
  ["mic\u200brosoft\u2024com", "https://evil.test/"],
  ["ＭＩＣＲＯＳＯＦＴ．ＣＯＭ", "https://evil.test/"],
  ["→microsoft.com←", "https://evil.test/"],
  ["microsoft.com:443", "https://evil.test/"],
  ["evil.test (microsoft.com)", "https://evil.test/"],
  ["ir@microsoft.com", "mailto:someone@evil.test"],
  ["ir@microsoft.com", "https://evil.test/"],
  ["13.107.6.158", "https://evil.test/"],
  ["https://localhost", "https://evil.test/"],
])("a link that shows %s and leads to %s is refused", (linkText, url) => {
  expect(refuse(`One.\n\nTwo [${linkText}](${url}).`)).toMatchObject([{ line: 3, code: "link-differs" }]);
  expect(refuse(`One.\n\nTwo [${linkText}][x].\n\n[x]: ${url}`)).toMatchObject([
    { line: 3, code: "link-differs" },
  ]);
});

test.each([
  ["https://microsoft.com/ice", "https://www.microsoft.com/en-us/ice"],
  ["Microsoft.com", "https://microsoft.com"],
  ["müller.example", "https://xn--mller-kva.example/"],
  ["ir@example.org", "mailto:ir@example.org?subject=Hi"],
  ["the report.pdf of 2026", "https://a.example.org/x.pdf"],
  ["U.S. v. Smith, No. 5, e.g. here", "https://a.example.org/"],
  ["version 1.2.3 at 10.30", "https://a.example.org/"],
  ["read it... now", "https://a.example.org/"],
])("a link that shows %s and leads to %s is taken", (linkText, url) => {
  expect(refuse(`[${linkText}](${url})`)).toEqual([]);
});

test.each([
  "[microsoft](https://evil.test/a)[.com](https://evil.test/a)",
  "[microsoft](https://evil.test)**.com**",
  "www.[microsoft](https://evil.test).com",
  "https://www.microsoft.com[/case](https://evil.test)",
  "https://www.microsoft.com/[case](https://evil.test)",
  "[see microsoft](https://evil.test).com",
  "[Ask Smith, microsoft](https://evil.test).com",
  "**[micro](https://evil.test)***[soft](https://evil.test)*`.com`",
  "[microsoft](https://evil.test)&#8203;.com",
  "[microsoft](https://evil.test)&#8202;.com",
  "[microsoft](https://evil.test)(dot)com",
  "microsoft([dot](https://evil.test))com",
  "[microsoft](https://evil.test)-dot-com",
  "[m i c r o s o f t](https://evil.test).com",
  "[microsoft](https://evil.test)[.](https://microsoft.com)com",
  "ana@[microsoft](https://evil.test).com",
  "<https://microsoft.co>m",
  "https://microsoft.co**m**",
  "(see—[microsoft](https://evil.test).com)",
])("a link whose words read as another address with those that touch it is refused: %s", (line) => {
  for (const [before, after] of [
    ["", ""],
    ["# ", ""],
    ["- ", ""],
    ["> Two ", " words"],
  ])
    expect(refuse(`One.\n\n${before}${line}${after}`)).toContainEqual(
      expect.objectContaining({ line: 3, code: "link-differs" }),
    );
});

test.each([
  "(see [our letter](https://example.org/x))",
  "[Microsoft](https://microsoft.com)'s answer",
  "[Microsoft](https://microsoft.com)’s answer",
  "“[a](https://example.org)”,",
  "We wrote to microsoft.com—[our letter](https://example.org)—twice",
  "[a.example](https://a.example),[b.example](https://b.example)",
  "[1](https://a.example),[2](https://b.example).",
  "See (https://a.example/x).",
  "See https://a.example/x, and **https://b.example**.",
  "https://a.example's page",
  "Site:https://a.example",
  "[Read our letter](https://example.org). Com o sem",
  "[the report](https://a.example).pdf",
  "[Microsoft](https://a.example)/[LinkedIn](https://b.example)",
  "non-[profit](https://a.example).",
  "www.[microsoft](https://microsoft.com).com",
  "https://microsoft.com[/case](https://www.microsoft.com/case)",
  "microsoft.com  \n[our letter](https://example.org)",
  "microsoft.com\n[our letter](https://example.org)",
])("a link is taken with the words around it: %s", (line) => {
  expect(refuse(line)).toEqual([]);
});

test.each(["&#8203;", "&#10240;", "\u200b", "\u2800", "&#x3164; \u200b", "**\u200b**"])(
  "a link whose words nobody sees is refused: %s",
  (label) => {
    expect(refuse(`One.\n\n[${label}](https://evil.test)`)).toMatchObject([{ line: 3, code: "hidden" }]);
  },
);

test.each([
  "https://evil.test/\u202emoc.tfosorcim",
  "https://evil.test/&#x202e;moc.tfosorcim",
  "[a&#x202e;b](https://evil.test)",
  "[a](https://evil.test/&#x202e;b)",
  "[a](https://evil.test/&#x200f;b)",
  "<https://evil.test/\u2067b>",
  "`a\u202eb`",
  "a&#x2066;b",
  "    a\u202eb",
])("what turns the order of the letters around is refused: %j", (line) => {
  expect(refuse(`One.\n\n${line}`)).toContainEqual(expect.objectContaining({ line: 3 }));
});

test("marks of direction next to an address are no part of it", () => {
  expect(read("See https://a.example/\u200f.")).toEqual([
    paragraph(
      text("See "),
      { kind: "link", url: "https://a.example/", of: [text("https://a.example/")] },
      text("\u200f."),
    ),
  ]);
});

test("an address with a user name is refused in text, since mail programs link it", () => {
  expect(refuse("One.\n\nSee https://microsoft.com@evil.test/ice now")).toEqual([
    { line: 3, code: "link", value: "https://microsoft.com@evil.test/ice" },
  ]);
  expect(refuse("`https://microsoft.com:x@evil.test`")).toMatchObject([{ line: 1, code: "link" }]);
  expect(refuse("<https://microsoft.com@evil.test>")).toMatchObject([{ line: 1, code: "link" }]);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#10;script:alert(1)",
  "data:text/html,x",
  "ftp://a.example.org",
  "//a.example.org",
  "/c/one",
  "#top",
  "https:a.example.org",
  "https://",
  "https://bank.example.org@evil.example.org/",
  "<https://a.example.org/a b>",
  "mailto:nobody",
  "tel:110",
])("a link to %s is refused with its line", (url) => {
  expect(refuse(`One.\n\nTwo [x](${url}).`)).toMatchObject([{ line: 3, code: "link" }]);
});

test("HTML and images are refused with their lines", () => {
  const errors = refuse(
    "One <b>two</b>\n\n<div>\nx\n</div>\n\n![alt](https://a.example.org/x.png)\n\n<!-- c -->",
  );
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [1, "html"],
    [1, "html"],
    [3, "html"],
    [7, "image"],
    [9, "html"],
  ]);
  expect(errors[3]?.value).toBe("https://a.example.org/x.png");
});

test("undefined references and unused definitions are refused", () => {
  expect(refuse("See [this][one].\n\n[two]: https://a.example.org")).toEqual([
    { line: 1, code: "reference", value: "[this][one]" },
    { line: 3, code: "definition", value: "https://a.example.org" },
  ]);
});

test.each(["![x][a]", "![x *y*][A]", "[b ![x][a]](https://b.example)", "![a]"])(
  "an image by reference is refused once, as an image: %s",
  (image) => {
    expect(refuse(`${image}\n\n[a]: https://x.test`)).toEqual([
      { line: 1, code: "image", value: "https://x.test" },
    ]);
  },
);

test("code is text", () => {
  expect(read("A `<b>` c\n\n    indented <i>\n    twice")).toEqual([
    paragraph(text("A "), text("<b>"), text(" c")),
    paragraph(text("indented <i>"), { kind: "break" }, text("twice")),
  ]);
});

test("a claim alone in its line is printed with its kind, its limits and its source", () => {
  const excerpt = {
    kind: "claim",
    claim: "company_statement",
    label: "Company statement",
    text:
      "Microsoft says that its policy bars mass surveillance of civilians.\n" +
      "“We do not believe ICE is doing that.”",
    limits: "It does not say what was looked at.",
    source: "Reported by Reuters: What it says, February\u00a018, 2026",
    url: "https://news.example.org/says",
  };
  expect(read("Look:\n\n[claim 9]")).toEqual([paragraph(text("Look:")), excerpt]);
  expect(read("[claim 9: what Microsoft says]")).toEqual([excerpt]);
  expect(read("[claim 9]\n[Claim 9]")).toEqual([excerpt, excerpt]);
});

test("a claim that is not there, not public or not alone is refused", () => {
  expect(refuse("[claim 9]\n[claim 8]\n\n[claim 3]\n\nOne\ntwo [claim 9] says")).toEqual([
    { line: 2, code: "claim-unknown", value: "8" },
    { line: 4, code: "claim-unpublished", value: "3" },
    { line: 7, code: "claim-not-alone", value: "9" },
  ]);
});

test("what nobody means is refused before it takes time", () => {
  for (const markdown of [
    ">".repeat(50_000),
    "- ".repeat(25_000),
    "*_".repeat(12_500) + "_*".repeat(12_500),
    "**a ".repeat(6000) + " b**".repeat(6000),
    Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
  ]) {
    expect(refuse(markdown)).toMatchObject([{ code: "too-deep" }]);
  }
});

test("what Gmail would cut off before the link to unsubscribe is refused, with its size", () => {
  expect(refuse("word ".repeat(9000))).toEqual([]);
  expect(refuse("word\n\n".repeat(300))).toEqual([]);
  expect(refuse("word\n\n".repeat(1000))).toEqual([{ line: 1, code: "too-long", value: "243" }]);
});

test("control characters become spaces", () => {
  expect(read("a\u0007b\u2028c")).toEqual([paragraph(text("a b c"))]);
});

function* runsOf(blocks: readonly RichBlock[]): Generator<Inline> {
  for (const block of blocks) {
    if (block.kind === "heading" || block.kind === "paragraph") yield* flat(block.of);
    if (block.kind === "quote") yield* runsOf(block.of);
    if (block.kind === "list") for (const item of block.items) yield* runsOf(item);
  }
}
function* flat(of: readonly Inline[]): Generator<Inline> {
  for (const run of of) {
    yield run;
    if ("of" in run) yield* flat(run.of);
  }
}

const scraps = fc.constantFrom(
  ..."[ ] ( ) < > ! * ** _ ` ``` # ## > - + 1. \\ & : \n \n\n".split(" "),
  "\n",
  "\n\n",
  "  \n",
  "    ",
  " ",
  "a",
  "[a](javascript:x)",
  "[a]:",
  "[a][b]",
  "javascript:x",
  "data:,x",
  "https://a.example.org",
  "mailto:a@example.org",
  "<javascript:x>",
  "&#106;avascript:x",
  "[claim 9]",
  "<b>",
  "\u0000",
  "\u202e",
);

test("what would keep the parser busy is refused before it begins", () => {
  const busy = [
    `- a\n${"b\n".repeat(20_000)}`,
    `> a\n${"b\n".repeat(20_000)}`,
    "[a]".repeat(16_000),
    "- a\n\n".repeat(10_000),
    "a\n\n".repeat(1200),
    "&amp; ".repeat(600),
  ];
  for (const text of busy) {
    expect(parseUpdate(text, [])).toMatchObject({ ok: false, errors: [{ code: "too-deep" }] });
  }
  const long = ["One line.\n".repeat(250), "`a` [b](https://example.org) *c*\n\n".repeat(60)];
  for (const text of long) expect(parseUpdate(text, []).ok).toBe(true);
});

test("no text makes it throw, and no link has another scheme", () => {
  const written = fc.oneof(
    fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );
  fc.assert(
    fc.property(written, (markdown) => {
      const parsed = parseUpdate(markdown, claims);
      if (!parsed.ok) {
        expect(parsed.errors.length).toBeGreaterThan(0);
        for (const { line } of parsed.errors) expect(line).toBeGreaterThan(0);
        return;
      }
      for (const run of runsOf(parsed.blocks)) {
        if (run.kind === "link") {
          expect(run.url).toMatch(/^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu);
          expect([...flat(run.of)].some(({ kind }) => kind === "link")).toBe(false);
        }
        if (run.kind === "text") expect(run.text).not.toMatch(/\p{Cc}/u);
      }
    }),
    { numRuns: process.env.FULL ? 3000 : 500 },
  );
});

test("hundreds of nested quotes and lists are refused before parsing", () => {
  for (const text of [
    "> > > > > > a\n\n".repeat(300),
    "- - - - - - a\n\n".repeat(300),
    "1. - > 1. a\n\n".repeat(300),
    "- a\n\n".repeat(1000),
    `#${" #".repeat(24_000)}`,
  ])
    expect([text.slice(0, 20), refuse(text)]).toEqual([
      text.slice(0, 20),
      [expect.objectContaining({ code: "too-deep" })],
    ]);
  expect(read(`A list of sources:\n\n${"- One source, with a few words.\n".repeat(200)}`)).toHaveLength(2);
});
