import { expect, test } from "vitest";
import {
  excerptOf,
  excerptParts,
  type RichBlock,
} from "#app/domain/outgoing/updates/archive/published-update.ts";
import { atomFeed } from "#app/routes/public/updates/feed/atom-feed.ts";

const paragraph = (text: string): RichBlock => ({ kind: "paragraph", of: [{ kind: "text", text }] });

test("the first words of an update are its first paragraphs, cut after a word", () => {
  const short = "Dear all,";
  const long = "It happened on a Friday, and it took all day. ".repeat(10).trim();
  expect(excerptOf([])).toBe("");
  expect(excerptOf([{ kind: "rule" }, paragraph(short)])).toBe(short);
  const enough = "It happened on a Friday. ".repeat(5).trim();
  expect(excerptOf([paragraph(short), paragraph(enough), paragraph("More.")])).toBe(`${short} ${enough}`);
  const cut = excerptOf([paragraph(long)]);
  expect(cut.length).toBeLessThanOrEqual(241);
  expect(cut).toMatch(/\p{L}…$/u);
  expect(long.startsWith(cut.slice(0, -1))).toBe(true);
  const marked: RichBlock = {
    kind: "paragraph",
    of: [
      { kind: "strong", of: [{ kind: "text", text: "One" }] },
      { kind: "break" },
      { kind: "link", url: "https://example.org/", of: [{ kind: "text", text: "two" }] },
    ],
  };
  expect(excerptOf([marked])).toBe("One two");
});

test("an excerpt keeps a list with the sentence that announces it", () => {
  const item = (text: string) => [paragraph(text)];
  const steps: RichBlock = { kind: "list", ordered: true, items: [item("Look."), item("Vote.")] };
  const announced = paragraph(`${"It happened on a Friday. ".repeat(6)}Two things to check:`);
  expect(excerptParts([announced, steps, paragraph("More.")])).toEqual([
    { kind: "paragraph", text: expect.stringMatching(/Two things to check:$/) },
    { kind: "list", ordered: true, items: ["Look.", "Vote."] },
  ]);
  expect(excerptOf([paragraph("Two things:"), steps])).toBe("Two things: – Look. – Vote.");
  const many: RichBlock = { kind: "list", ordered: false, items: Array(9).fill(item("word ".repeat(60))) };
  const [only] = excerptParts([many]);
  expect(only?.kind === "list" && only.items.map(({ length }) => length)).toEqual(Array(5).fill(160));
});

test("a feed escapes what is said in it, and leaves out what XML cannot say", () => {
  const xml = atomFeed({
    url: "https://example.org/a?b&c",
    page: "https://example.org/",
    title: "\u0000\u0007\ufffe<Five> & 'six' \"seven\" 🌍\n",
    author: "Ana",
    updatedAt: new Date("2026-10-02T00:00:00Z"),
    entries: [],
  });
  expect(xml).toContain("<title>&lt;Five&gt; &amp; &#39;six&#39; &quot;seven&quot; 🌍\n</title>");
  expect(xml).toContain('href="https://example.org/a?b&amp;c"');
});
