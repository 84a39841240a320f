// The seeded case: each fact matches its source, and what has no source is an opinion.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { microsoftIce as campaign } from "#db/seed/microsoft-ice.ts";
import { microsoftIceClaims as claims } from "#db/seed/microsoft-ice-claims.ts";
import { microsoftIceInSpanish } from "#db/seed/microsoft-ice-es.ts";

const published = claims.filter(({ published = true }) => published);
const saying = (words: RegExp) => published.filter(({ text }) => words.test(text));

test("the case begins with its thesis, then people, and ends with its conclusion, both as opinion", () => {
  expect(published[0]).toMatchObject({ section: "thesis", kind: "opinion", attribution: "This campaign" });
  expect(published[0]?.text).toMatch(/moral compass of its industry stores the data of US Immigration/);
  const sections = [...new Set(published.map(({ section }) => section))];
  expect(sections.slice(0, 2)).toEqual(["thesis", "people"]);
  expect(published.at(-1)).toMatchObject({ section: "conclusion", kind: "opinion" });
  expect(published.at(-1)?.text).toMatch(
    /cannot claim to be the moral compass .* while it aids ICE in any capacity/,
  );
});

test.each([
  [/70,766 people.*52,504, or 74\.2 percent, had no criminal conviction/, "record", "TRAC", "2026-02-01"],
  [/32 people died in ICE custody, the most since 2004/, "reported", "The Guardian", "2026-01-01"],
  [/force their way into homes.*which no judge has signed/, "reported", "Associated Press", "2026-01-21"],
  [/7 January 2026 an ICE officer shot and killed Renee Good/, "reported", "Associated Press", "2026-01-07"],
  [/Alex Pretti.*Border Patrol.*same operation as ICE/, "reported", "Associated Press", "2026-02-01"],
  [/38\.3 billion dollars on warehouses/, "record", "Governor of New Hampshire", "2026-02-12"],
  [/some of its services to one unit of Israel/, "record", "Reuters", "2025-09-25"],
  [/over 26 percent.*over 27 percent/, "record", "Microsoft, Form 8-K", "2025-12-01"],
  [
    /Lisa Monaco.*Biden’s Justice Department.*prosecutions of Donald Trump/,
    "reported",
    "Reuters",
    "2025-09-26",
  ],
  [/tech buying spree\. Surveillance tools/, "reported", "The Guardian", "2026-02-17"],
  [/or deportation flights/, "reported", "The Guardian", "2026-02-17"],
  [/own systems appear to run on Microsoft’s servers/, "reported", "The Guardian", "2026-02-17"],
] as const)("%s is there with its kind, publisher and date", (words, kind, publisher, publishedOn) => {
  const [claim] = saying(words).filter((one) => one.kind !== "opinion");
  expect(claim).toMatchObject({ kind, publishedOn });
  expect(claim?.publisher).toContain(publisher);
});

test("what only the source article says is opinion, and so are careful words and principle", () => {
  for (const words of [
    /Masked and armed agents abduct people/,
    /something like martial law/,
    /think and to believe are careful words.*not knowing can be a choice/,
    /on principle/,
  ]) {
    expect(saying(words)).not.toEqual([]);
    expect(
      saying(words)
        .map(({ kind }) => kind)
        .filter((kind) => kind !== "opinion"),
    ).toEqual([]);
  }
});

test("no opinion has limits, and everything else has a publisher and a date", () => {
  for (const { kind, text, limits, publisher, publishedOn } of published)
    if (kind === "opinion") expect([text, limits ?? null]).toEqual([text, null]);
    else expect([text, publisher, publishedOn]).toEqual([text, expect.any(String), expect.any(String)]);
  expect(published.filter(({ limits }) => limits).length).toBeLessThan(published.length / 2);
});

test("a link is printed only once it is verified: the seed has candidates and no link", () => {
  expect(claims.filter(({ sourceUrl, urlVerifiedAt }) => sourceUrl || urlVerifiedAt)).toEqual([]);
  expect(claims.filter(({ candidates }) => candidates?.length).length).toBeGreaterThan(4);
});

test("the whole case is in Spanish as well", () => {
  const missing = claims.flatMap(({ text, limits, openQuestion, brief }) =>
    [text, limits, openQuestion, brief].filter((words) => words && !microsoftIceInSpanish.has(words)),
  );
  expect(missing).toEqual([]);
});

test("goals begin at 100, and the drawing is under 8 kB and has colors for dark pages", () => {
  expect(campaign.goalSteps[0]).toBe(100);
  const drawing = readFileSync(`public${campaign.picture.src}`, "utf8");
  expect(drawing.length).toBeLessThan(8000);
  expect(drawing).toContain("@media(prefers-color-scheme:dark)");
});
