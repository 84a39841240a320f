// The seeded case: each fact matches its source, and what has no source is an opinion.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { microsoftIce as campaign } from "#db/seed/microsoft-ice.ts";
import { microsoftIceClaims as claims } from "#db/seed/microsoft-ice-claims.ts";
import { microsoftIceInSpanish } from "#db/seed/microsoft-ice-es.ts";

const published = claims.filter(({ published = true }) => published);
const saying = (words: RegExp) => published.filter(({ text }) => words.test(text));

/** All strings in a value. */
const strings = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : value && typeof value === "object"
      ? Object.values(value).flatMap(strings)
      : [];

/** All words that readers may see, in both languages. A source's title is not ours. */
const allWords = [
  ...strings(campaign),
  ...claims.flatMap(({ quotation, candidates: _, ...claim }) => [
    ...strings(claim),
    ...(quotation ? [`“${quotation}”`] : []),
  ]),
  ...microsoftIceInSpanish.values(),
].join("\n");

test("the case begins with the growth in the cloud, then people, and ends with its conclusion", () => {
  expect(published[0]).toMatchObject({ section: "thesis", kind: "reported", publishedOn: "2026-02-17" });
  expect(published[0]?.text).toMatch(/about 400 terabytes .* nearly 1,400/);
  const sections = [...new Set(published.map(({ section }) => section))];
  expect(sections.slice(0, 2)).toEqual(["thesis", "people"]);
  expect(sections.slice(-3)).toEqual(["matters", "ask", "conclusion"]);
  expect(published.at(-1)).toMatchObject({ section: "conclusion", kind: "opinion" });
  expect(published.at(-1)?.text).toMatch(/moral compass .* while it aids ICE in any capacity/);
});

test.each([
  [/70,766 people.*counted until then.*52,504, or 74\.2 percent/, "record", "TRAC", "2026-02-01"],
  [/32 people died in ICE custody, the most since 2004/, "reported", "The Guardian", "2026-01-01"],
  [/force their way into homes.*which no judge has signed/, "reported", "Associated Press", "2026-01-21"],
  [/January 7, 2026, an ICE officer shot and killed Renee Good/, "reported", "Associated", "2026-01-07"],
  [/Alex Pretti.*Border Patrol.*same operation as ICE/, "reported", "Associated Press", "2026-02-01"],
  [/\$38\.3 billion on warehouses/, "record", "Governor of New Hampshire", "2026-02-12"],
  [
    /some of its services to one unit of Israel.*evidence supporting elements/,
    "record",
    "Reuters",
    "2025-09-25",
  ],
  [/October 2021 Microsoft agreed.*came in July 2023/, "record", "IASJ", "2021-10-13"],
  [/July 26, 2018, more than 300,000/, "reported", "Redmond Reporter", "2018-07-26"],
  [/May 2018 The New York Times.*moral conscience/, "reported", "The New York Times", "2018-05-01"],
  [/over 26 percent.*over 27 percent.*nearly 60/, "record", "Microsoft, Form 8-K", "2025-12-01"],
  [/June 19, 2018, Satya Nadella/, "company_statement", "Microsoft", "2018-06-19"],
  [/January 2018 Microsoft .*proud to support ICE/, "company_statement", "Axios", "2018-06-01"],
  [/GitHub.*trafficking and child exploitation/, "company_statement", "OnMSFT", "2019-10-01"],
  [/Norway.*1\.35 percent.*did not back proposal 9/, "reported", "Reuters", "2025-11-30"],
  [/Thomson Reuters.*19 percent.*over 70 percent/, "reported", "BCGEU", "2021-01-01"],
  [/more than 100 employees.*February 2026/, "reported", "The New York Times", "2018-06-21"],
  [/Biden’s Justice Department.*prosecutions of Donald Trump/, "reported", "Reuters", "2025-09-26"],
  [/tech buying spree\. Surveillance tools/, "reported", "The Guardian", "2026-02-17"],
  [/own systems appear to run.*or deportation flights/, "reported", "The Guardian", "2026-02-17"],
] as const)("%s is there with its kind, publisher and date", (words, kind, publisher, publishedOn) => {
  const [claim] = saying(words).filter((one) => one.kind !== "opinion");
  expect(claim).toMatchObject({ kind, publishedOn });
  expect(claim?.publisher).toContain(publisher);
});

test("what was wrong once is said in neither language", () => {
  const wrong = [
    /described it as wanting|wants to be (its industry’s|the moral compass of its industry\. )/,
    /review had found use|found use for mass surveillance|encontrado un uso para/,
    /ended service to a government|dejado antes de servir a un gobierno/,
    /goes through resellers|pasa por revendedores/,
    /has not said that it looked|no ha dicho que lo haya comprobado/,
    /the most that TRAC has recorded|que ha registrado TRAC/,
    /58 to 60|entre 58 y 60/i,
    /In 2021 Microsoft agreed|It covered immigration|Abarcaba/,
    /abduct|secuestran|martial law|ley marcial|Masked|enmascarad/,
    /ICE plans to|ICE planea gastar/,
    /\d+ (million|billion) dollars|\b\d{1,2} (January|February|May|June|July|September|December) \d{4}/,
  ];
  for (const words of wrong) expect(allWords).not.toMatch(words);
});

test("the compass stands only in opinions, which state no fact of their own", () => {
  const compass = /compass|brújula/i;
  const withCompass = claims.filter((claim) => compass.test(JSON.stringify(claim)));
  expect(withCompass.map(({ kind }) => kind)).toEqual(["opinion", "opinion"]);
  expect([campaign.standfirst, campaign.picture.alt].join("\n")).not.toMatch(compass);
  const opinions = published.filter(({ kind }) => kind === "opinion").map(({ text }) => text);
  expect(opinions.join("\n")).not.toMatch(/ICE (detains|enters)|agents|warrant|percent|terabyte/);
});

/** Words that may stand in quotation marks: the company's, with the day it said them. */
const quotations = {
  "2026-02-18": [
    // To Reuters and Anadolu.
    "provides cloud-based productivity and collaboration tools to DHS and ICE, delivered through our key " +
      "partners",
    "do not allow our technology to be used for the mass surveillance of civilians, and we do not " +
      "believe ICE is engaged in such activity",
  ],
  // Satya Nadella to all employees.
  "2018-06-19": ["is supporting legacy mail, calendar, messaging and document management workloads"],
};

test("quotation marks enclose only the company's exact words, at the statement of that day", () => {
  const allowed = Object.values(quotations).flat();
  const quoted = [...allWords.matchAll(/[“"«]([^”"»]*)[”"»]/g)].map(([, words = ""]) => words);
  expect(quoted.filter((words) => !allowed.some((one) => one.includes(words)))).toEqual([]);
  expect(quoted).toEqual(expect.arrayContaining(allowed));
  for (const [day, said] of Object.entries(quotations))
    for (const words of said)
      expect(
        claims
          .filter(({ text, quotation }) => text.includes(words) || quotation === words)
          .map(({ publishedOn }) => publishedOn),
      ).toEqual([day]);
});

test("that nobody knows what the data is stands where it decides something", () => {
  const said = /do(es)? not say|what the data is|whether the data|serve(s)? surveillance/i;
  const parts = published.flatMap(({ text, limits, openQuestion, brief }) => [
    text,
    limits,
    openQuestion,
    brief,
  ]);
  expect(parts.filter((words) => words && said.test(words))).toHaveLength(4);
});

test("under a picture, the limit that decides is said", () => {
  const limitsOf = (words: RegExp) => published.find(({ brief }) => brief && words.test(brief))?.limits;
  expect(limitsOf(/74 had no/)).toMatch(/charges pending/);
  expect(limitsOf(/memo/)).toMatch(/final order of removal/);
});

test("no opinion has limits, and everything else has a publisher and a date", () => {
  for (const { kind, text, limits, publisher, publishedOn } of published)
    if (kind === "opinion") expect([text, limits ?? null]).toEqual([text, null]);
    else expect([text, publisher, publishedOn]).toEqual([text, expect.any(String), expect.any(String)]);
});

test("what an organizer must open first is unpublished", () => {
  const texts = claims.filter(({ published = true }) => !published).map(({ text }) => text);
  expect(texts).toEqual([expect.stringMatching(/May 2025.*Gaza/), expect.stringMatching(/inauguration/)]);
});

test("a link is printed only once it is verified: the seed has candidates and no link", () => {
  expect(claims.filter(({ sourceUrl, urlVerifiedAt }) => sourceUrl || urlVerifiedAt)).toEqual([]);
  expect(JSON.stringify(claims)).not.toMatch(/"(sourceUrl|sourceTitle|urlVerifiedAt)":"/);
  expect(claims.filter(({ candidates }) => candidates?.length).length).toBeGreaterThan(10);
  // Nor has an organizer looked for what came since.
  expect(JSON.stringify(claims)).not.toMatch(/"checked":"/);
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
