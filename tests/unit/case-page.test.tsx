import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Claim } from "#app/domain/campaign/campaign.ts";
import { blockOf } from "#app/domain/campaign/campaign.ts";
import { type ClaimPicture, ClaimPictureSchema } from "#app/domain/campaign/claims/picture-schema.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { planCase } from "#app/domain/pages/case-plan.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { Growth } from "#app/ui/case/pictures/growth.tsx";
import { Hundred } from "#app/ui/case/pictures/hundred.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { page as sample } from "#tests/support/sample-case.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

const aClaim = (number: number, own: Partial<Claim> = {}): Claim => ({
  number,
  section: "people",
  kind: "reported",
  text: `Statement ${number}.`,
  quotation: null,
  attribution: "A newsroom",
  publisher: "A newsroom",
  published: { on: "2026-02-17", precision: "day" },
  source: null,
  moreSources: [],
  limits: null,
  openQuestion: null,
  brief: null,
  picture: null,
  ...own,
});

/** Drawers of a growth in its unit, and their description: for the first value and the last. */
function drawersOf(first: number, last: number) {
  const points = [first, last].map((value, n) => ({
    on: `202${n}-01`,
    qualifier: "exactly" as const,
    value,
  }));
  const picture = { kind: "growth", heading: null, look: "drawers", unit: "person", points } as const;
  const html = renderToStaticMarkup(
    <LocaleProvider locale="en">
      <Growth claim={{ ...aClaim(1), picture }} />
    </LocaleProvider>,
  );
  const block = blockOf(Math.max(first, last));
  return [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => {
    const [, inside = ""] = /class="in" d="([^"]*)"/.exec(svg) ?? [];
    const widths = [...inside.matchAll(/h([\d.]+)v/g)].map(([, width]) => Number(width));
    const said = /(\d+) of (\d+) drawers? filled(, and part of another)?/.exec(svg) ?? [];
    return {
      drawn: widths.reduce((all, width) => all + width / 60, 0) * block,
      unitOfDrawing: block / 60,
      full: Number(said[1]),
      isWhole: said[3] === undefined,
      block,
    };
  });
}

test("drawers show no more than the value, and what is said of them counts only full ones", () => {
  const [three] = drawersOf(3, 100_000);
  expect(three).toMatchObject({ drawn: 0, full: 0, isWhole: false, block: 10_000 });
  const value = fc.oneof(
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.integer({ min: 1, max: 1_000_000_000 }).map((thousandths) => thousandths / 1000),
  );
  fc.assert(
    fc.property(value, value, (first, last) => {
      for (const [n, shown] of drawersOf(first, last).entries()) {
        const real = n === 0 ? first : last;
        expect(shown.drawn).toBeLessThanOrEqual(real * (1 + 1e-9));
        expect(shown.drawn + shown.unitOfDrawing * (1 + 1e-6)).toBeGreaterThanOrEqual(real);
        expect(shown.full).toBe(Math.floor(real / shown.block + 1e-9));
        expect(shown.isWhole).toBe(Math.abs(real / shown.block - shown.full) < 1e-9);
      }
    }),
  );
});

test("of a hundred figures none and all are said only of none and all", () => {
  const said = (part: number, whole: number) => {
    const picture = { ...pictures.hundred, part, whole } as Extract<ClaimPicture, { kind: "hundred" }>;
    const html = renderToStaticMarkup(
      <LocaleProvider locale="en">
        <Hundred claim={{ ...aClaim(1), picture }} />
      </LocaleProvider>,
    );
    const [, full, rest] = /<b>([^<]*)<\/b> had none.*<b>([^<]*)<\/b> had one/s.exec(html) ?? [];
    return [full, rest, html.split('-f"').length - 2];
  };
  expect(said(74_200, 100_000)).toEqual(["74", "26", 74]);
  expect(said(0, 100_000)).toEqual(["0", "100", 0]);
  expect(said(3, 100_000)).toEqual(["fewer than 1", "more than 99", 0]);
  expect(said(99_997, 100_000)).toEqual(["more than 99", "fewer than 1", 99]);
  expect(said(100, 100)).toEqual(["100", "0", 100]);
});

const pictures = {
  growth: {
    kind: "growth",
    heading: null,
    look: "drawers",
    unit: "terabyte",
    points: [
      { on: "2025-07", value: 400, qualifier: "about" },
      { on: "2026-01", value: 1350, qualifier: "nearly" },
    ],
  },
  hundred: {
    kind: "hundred",
    heading: "Whom it serves",
    title: "People held",
    whole: 70_766,
    part: 52_504,
    label: "had none",
    rest: "had one",
  },
  days: {
    kind: "days",
    heading: "It stopped before",
    sentence: "It took {1} days; now {2}.",
    start: "Report",
    who1: "One",
    from1: "2025-08-06",
    to1: "2025-09-25",
    end1: "Services off",
    who2: "Another",
    from2: "2026-02-17",
    on2: "2026-02-18",
    answer2: "It does not believe it",
    to2: null,
    end2: "We know of no review.",
    checked: "2026-12-01",
  },
  bars: {
    kind: "bars",
    heading: "Votes",
    rows: [{ year: 2025, label: "Due diligence", qualifier: "more than", percent: 26, apart: false }],
  },
  doors: {
    kind: "doors",
    heading: "No judge",
    signed: "Judge’s warrant",
    signedBy: "A judge.",
    unsigned: "Other warrant",
    unsignedBy: "No judge.",
  },
  person: { kind: "person", name: "Ada Sample", on: "2026-01-07" },
} satisfies Record<string, ClaimPicture>;

const draw = (claims: Claim[], own: Partial<CasePageData> = {}, locale: "en" | "es" = "en") =>
  plain(
    renderToStaticMarkup(
      <LocaleProvider locale={locale} path="/c/sample">
        <CasePage
          {...sample}
          asOf={new Date("2026-12-01T12:00:00Z")}
          argument={{ claims, timeline: [], corrections: [], checked: null }}
          {...own}
        />
      </LocaleProvider>,
    ),
  );

const drawn = Object.values(pictures).map((picture, n) => aClaim(n + 1, { picture }));

test("pictures begin scenes, what follows is told under them, and people are in their section", () => {
  const claims = [
    aClaim(1, { section: "thesis", picture: pictures.growth }),
    aClaim(2, { picture: pictures.hundred, brief: "74 of 100" }),
    aClaim(3),
    aClaim(4, { picture: pictures.doors }),
    aClaim(5, { brief: "One door" }),
    aClaim(6, { picture: pictures.person }),
    aClaim(7, { section: "matters", picture: pictures.bars }),
  ];
  const { hero, scenes, votes } = planCase(claims);
  expect([hero?.number, votes?.number]).toEqual([1, 7]);
  expect(scenes.map(({ id, main, told, people }) => [id, main?.number, told.length, people.length])).toEqual([
    ["people", 2, 0, 1],
    ["people-2", 4, 1, 0],
  ]);
});

test("a case without pictures and short lines shows the first statements of each section", () => {
  const claims = [1, 2, 3].map((n) => aClaim(n)).concat(aClaim(4, { section: "acted" }));
  const { hero, scenes } = planCase(claims);
  expect(hero).toBeNull();
  expect(scenes.map(({ id, told }) => [id, told.map(({ number }) => number)])).toEqual([
    ["people", [1, 2]],
    ["acted", [4]],
  ]);
  expect(draw(claims)).toContain("Statement 4.");
});

test("in New York's evening the opening, the text and the count have the day of the exchange", () => {
  const at = new Date("2026-10-02T01:00:00Z");
  const campaign = { ...sample.campaign, petition: { ...sample.campaign.petition, publishedAt: at } };
  const opened = { what: "opened", on: "2026-10-01", companyId: null, letters: 0, names: 0, year: null };
  const acts = [opened] as unknown as CasePageData["acts"];
  const html = draw([aClaim(1)], { campaign, asOf: at, acts }).replaceAll("\u00a0", " ");
  expect(html).toContain("October 1, 2026");
  expect(html).not.toContain("October 2, 2026");
});

test.each([
  ["en", "What the other side says", "Why it matters to shareholders"],
  ["es", "Lo que dice la otra parte", "Por qué importa a los accionistas"],
] as const)(
  "the other side and the reasons for shareholders are told in the open (%s)",
  (locale, ...headings) => {
    const claims = [
      aClaim(1, { section: "company", kind: "company_statement", quotation: "A sample of words" }),
      aClaim(2, { section: "matters", kind: "opinion", brief: "Small money, large risk." }),
    ];
    const open = draw(claims, {}, locale).replace(/<details.*?<\/details>/gs, "");
    for (const text of [...headings, "A sample of words", "Small money, large risk."])
      expect(open).toContain(text);
  },
);

test("each picture says in words and in a table what it shows, in both languages", () => {
  const html = draw(drawn);
  for (const words of [
    "Nearly 1,350 terabytes in January 2026, from about 400 in July 2025",
    "4 of 14 drawers filled",
    "One hundred small figures. 74 are filled: had none. 26 are outlined: had one.",
    "50 squares, one a day, from August 6, 2025 to September 25, 2025. The last is crossed: Services off.",
    "287 squares, one a day, from February 17, 2026 to December 1, 2026.",
    "It took 50 days; now 287.",
    "We know of no review.",
    '<th scope="row">2025, Due diligence</th><td>more than 26%</td>',
    '<th scope="row">had none</th><td>52,504</td><td>74.2</td>',
    "A closed front door.",
    "Ada Sample",
  ])
    expect(html).toContain(words);
  expect(html.match(/<svg[^>]* role="img"/g)?.length).toBeGreaterThan(6);
  // Nothing sets a style, which the security header would refuse.
  expect(html).not.toContain("style=");
  expect(draw(drawn, {}, "es")).toContain("Cien figuras pequeñas. 74 están llenas");
});

test("days are counted when the page is drawn, and an old check says nothing", () => {
  const claims = [aClaim(1, { picture: pictures.days })];
  const later = draw(claims, { asOf: new Date("2026-12-20T12:00:00Z") });
  expect(later).toContain("now 306.");
  expect(later).not.toContain("We know of no review.");
  expect(later).toContain("Checked on December 1, 2026");
  const unchecked = ClaimPictureSchema.parse({ ...pictures.days, checked: null });
  const unlooked = draw([aClaim(1, { picture: unchecked })]);
  expect(unlooked).toContain("now 287.");
  expect(unlooked).not.toMatch(/We know of no review|Checked on/);
  const over = { ...pictures.days, to2: "2026-12-10", end2: "Reviewed" };
  const ended = draw([aClaim(1, { picture: over })], { asOf: new Date("2027-02-01T12:00:00Z") });
  expect(ended).toContain("now 296.");
  expect(ended).toContain("Reviewed");
});

test("every statement is a row with its address, and a block is a power of ten", () => {
  const html = draw(drawn);
  for (const { number } of drawn) expect(html).toContain(`<tr id="c${number}">`);
  expect([5, 1400, 40_000].map(blockOf)).toEqual([1, 100, 1000]);
});

test("a vote without results has its year among the bars", () => {
  const bars = [aClaim(7, { section: "matters", picture: pictures.bars })];
  const html = draw(bars, { awaited: [{ year: 2026, state: "held" }] });
  expect(html).toContain('<th scope="row">2026</th><td>Held; results not entered yet.</td>');
});
