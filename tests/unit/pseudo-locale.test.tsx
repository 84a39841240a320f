import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test, vi } from "vitest";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import { locales, words } from "#app/i18n/index.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { Answer } from "#app/ui/co-file/answer.tsx";
import { Calculator } from "#app/ui/co-file/calculator.tsx";
import { Papers } from "#app/ui/co-file/papers.tsx";
import { Rule } from "#app/ui/co-file/rule.tsx";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LetterForm } from "#app/ui/letter/letter-form.tsx";
import { ReportForm } from "#app/ui/letters/report-form.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import { NotOpen } from "#app/ui/not-open.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { FirstStep } from "#app/ui/pledge/first-step.tsx";
import { FindOut } from "#app/ui/pledge/flow.tsx";
import { ResultsChart, ResultsTable } from "#app/ui/pledges/results-chart.tsx";
import { TotalsTable } from "#app/ui/pledges/totals-table.tsx";
import { ResendForm } from "#app/ui/resend-form.tsx";
import { SignForm, WhatHappensNext } from "#app/ui/sign-form.tsx";
import { meeting as sampleMeeting } from "#tests/support/sample-meeting.ts";

/** Files of this project share modules: reloads those that read the real language, here and afterwards. */
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("#app/i18n/es/index.ts");
  vi.resetModules();
});

/** A right-to-left language in which each message is between ⟦ and ⟧. */
vi.mock("#app/i18n/es/index.ts", async () => {
  const { default: en } = await import("#app/i18n/en/index.ts");
  const { pledgeWays: ways } = await import("#app/domain/entries/pledges/pledge-way.ts");
  const codes = new Set<string>(["", ...ways]);
  const mark = (value: unknown): unknown => {
    if (typeof value === "string") return codes.has(value) ? value : `⟦${value}⟧`;
    if (typeof value === "function") return (...values: unknown[]) => mark(value(...values));
    if (Array.isArray(value)) return value.map(mark);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one)]));
  };
  const pseudo = mark(en) as typeof en;
  return { default: { ...pseudo, language: { name: "⟦Pseudo⟧", tag: "ar", direction: "rtl" } } };
});

const organization = {
  operator: null,
  postalAddress: null,
  contactEmail: null,
  privacyContact: null,
  fundingLine: null,
};
const companies = ["⟦Company⟧", "⟦Other⟧"].map((name) => ({ slug: name.toLowerCase(), name }));
const campaign = { slug: "a-campaign", company: "⟦Company⟧", companies, organization };
const meeting = { ...sampleMeeting, status: "announced" as const, meetingOn: null, voteBy: null };
const state = { values: {}, errors: [] };
const addressee = { company: "⟦Company⟧", office: null, email: null, postalAddress: null, verified: false };
const missing = ["operator", "contact"] as const;

const page = (
  <Page campaign={campaign} examples cameBack="corrected">
    <ErrorSummary
      heading={words("es").sign.form.summary(2)}
      errors={[{ field: "name", message: "⟦Write⟧" }]}
    />
    {[companies.slice(1), companies].map((asked) => (
      <SignForm
        key={asked.length}
        action="/c/a-campaign/sign"
        companies={asked}
        values={{ comment: "⟦Why⟧" }}
      />
    ))}
    <WhatHappensNext privacyLink={null} />
    <NotOpen signing={{ outcome: "not-open", missing: [...missing] }} />
    <FirstStep
      action="/c/a-campaign/pledge"
      company="⟦Company⟧"
      meeting={meeting}
      meetings={[meeting, { ...meeting, year: 2028 }]}
      now={new Date()}
      state={state}
    />
    <FindOut action="/c/a-campaign/pledge" meeting={{ jurisdiction: "other" }} values={{}} />
    <Disclosures company="⟦Company⟧" />
    <LetterForm
      action="/c/a-campaign/letter"
      slug="a-campaign"
      state={state}
      addressee={addressee}
      recipients={[addressee, addressee].map((one, n) => ({ publicId: `office-${n}`, addressee: one }))}
      ask="⟦Ask⟧"
      rhythm={null}
      preview={null}
    />
    <ReportForm action="/c/a-campaign/letters/x/report" />
    <ManageLinkForm />
    <ResendForm slug="a-campaign" />
  </Page>
);

const at = new Date("2026-11-26T12:00:00Z");
const petition = {
  version: 2,
  summary: "⟦Summary⟧",
  body: "⟦Body⟧",
  publishedAt: at,
  inForceAgainAt: at,
  sameMeaningAs: 1,
  note: "⟦Note⟧",
  earlierSigners: "apart" as const,
};
const claim = {
  number: 1,
  text: "⟦It grew⟧",
  quotation: null,
  attribution: "⟦A newsroom⟧",
  publisher: "⟦A newsroom⟧",
  published: { on: "2026-02-17", precision: "day" as const },
  source: null,
  moreSources: [],
  brief: "⟦Brief⟧",
  limits: "⟦Limits⟧",
  openQuestion: "⟦Unknown⟧",
  picture: {
    kind: "growth" as const,
    heading: null,
    look: "bars" as const,
    unit: "terabyte" as const,
    points: [
      { on: "2025-07", value: 400, qualifier: "about" as const },
      { on: "2026-01", value: 1400, qualifier: "nearly" as const },
    ],
  },
};
const casePage = {
  campaign: {
    ...campaign,
    id: 1,
    title: "⟦Title⟧",
    eyebrow: "⟦Eyebrow⟧",
    standfirst: "⟦Standfirst⟧",
    status: "open",
    goalSteps: [100, 1000],
    shareTexts: {},
    method: "⟦Method⟧",
    petition,
    offered: ["en", "es"],
  },
  argument: {
    claims: (["reported", "company", "acted", "image", "matters", "ask"] as const).map((section, n) => ({
      ...claim,
      number: n + 1,
      section,
      kind: section === "ask" ? "opinion" : "reported",
    })),
    timeline: [
      {
        happened: { on: "2026-02-17", precision: "day" },
        label: "⟦It is reported⟧",
        claim: 1,
        section: "reported",
      },
    ],
    corrections: [
      {
        correctedOn: "2026-03-01",
        kind: "figure",
        text: "⟦It said less⟧",
        earlier: [{ text: "⟦Earlier⟧", until: "2026-03-02" }],
      },
    ],
  },
  acts: ["opened", "letters", "reply", "result"].map((what) => ({
    what,
    on: "2026-11-01",
    companyId: null,
    letters: 2,
    names: 3,
    year: 2025,
  })),
  counts: { signatures: 1200, pending: 3, earlier: 40, imported: 20, onPaper: 10 },
  milestone: null,
  pledges: [{ company: { slug: "a", name: "⟦A⟧" }, meeting: { year: 2026 }, holders: 7, published: null }],
  results: [],
  awaited: [],
  series: [],
  latest: [],
  reasons: [],
  deadlines: [],
  latestUpdate: null,
  asOf: at,
  signing: { outcome: "open" },
  url: "https://sign.test/es/c/a-campaign",
  examples: true,
} as unknown as ComponentProps<typeof CasePage>;

const cell = { holders: 7, wholeShares: "1200", ranges: null };
const source = { trust: "unverified", sourceUrl: null, asOf: null, verifiedAt: null, verifiedBy: null };
const rule = {
  tiers: [{ atLeast: "2000", years: 3 }],
  priceWindowDays: 60,
  wordsAtMost: 500,
  cureDays: 14,
  source,
} as unknown as ComponentProps<typeof Rule>["rule"];
const assessment = {
  outcome: "cannot-tell",
  why: "no-price",
  shares: "10",
  price: null,
  value: null,
  checked: false,
  sharesOfRange: false,
  tenureOfRange: false,
  ruleAsOf: null,
} as unknown as ComponentProps<typeof Answer>["assessment"];
const results = [
  {
    id: 1,
    year: 2025,
    number: 9,
    title: "⟦A proposal⟧",
    result: { kind: "reported", text: "26 %" },
    drawn: 26,
    verified: false,
    sourceUrl: null,
    votes: null,
    asOf: null,
  },
] as unknown as ComponentProps<typeof ResultsChart>["results"];
const rows = [{ label: "⟦Direct⟧", cell }] as unknown as ComponentProps<typeof TotalsTable>["rows"];

const coFiling = (
  <Page campaign={campaign} examples cameBack="corrected">
    <Answer assessment={assessment} heldSinceMonth="2024-01" tenureBucket={null} rule="⟦Rule⟧" />
    <Calculator
      action="/c/a-campaign/co-file"
      state={state}
      askPrice={{ why: "no-price" as const }}
      month="2026-11"
      answered={true}
      cameBack={true}
    />
    <Rule rule={rule} name="⟦Rule⟧" />
    <Papers path="/c/a-campaign/co-file" slug="a-campaign" state={state} month="2026-11" open={false} />
  </Page>
);
const totals = (
  <Page campaign={campaign} examples>
    <TotalsTable caption="⟦Caption⟧" rows={rows} />
    <ResultsChart results={results} company="⟦Company⟧" />
    <ResultsTable results={results} />
  </Page>
);

/** What a reader sees or hears, except countries' names, which are data. */
function textsOf(html: string): string[] {
  const own = html.replace(/<option value="[A-Z]{2}".*?<\/option>/g, "").replace(/<script.*?<\/script>/g, "");
  const attributes = [...own.matchAll(/ (?:aria-label|alt|title|placeholder)="([^"]+)"/g)].map(
    ([, text]) => text ?? "",
  );
  const texts = own.split(/<[^>]*>/);
  return [...texts, ...attributes].map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

/** Names of services, and an address: the same in every language. */
const proper = new Set([
  "WhatsApp",
  "Telegram",
  "Bluesky",
  "Mastodon",
  "X",
  "Facebook",
  "LinkedIn",
  "sign.test/es/c/a-campaign",
  "sign.test/",
  "es/",
  "c/",
  "a-campaign",
  "https://sign.test/es/c/a-campaign?source=signal",
]);

/** A text without its marked parts and its dates, which are written in Arabic. */
function bare(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧|\p{Script=Arabic}/gu, "");
  return less === text ? text.trim() : bare(less);
}

/** A page names other languages in themselves. */
const others = locales
  .filter((locale) => locale !== "es")
  .flatMap((locale) => [
    words(locale).language.name,
    words(locale).common.language.offer,
    words(locale).common.language.noThanks,
    words(locale).common.language.keepTyped,
  ]);

const unmarked = (html: string) =>
  textsOf(html)
    .map(bare)
    .filter(
      (text) =>
        /\p{L}/u.test(text) &&
        !text.startsWith("×") &&
        !others.some((name) => text.startsWith(name)) &&
        !proper.has(text),
    );

test("no words of public pages are in code: in a language of marks, every word is marked", () => {
  const html = renderToStaticMarkup(<LocaleProvider locale="es">{page}</LocaleProvider>);
  expect(textsOf(html).length).toBeGreaterThan(pledgeWays.length * 5);
  expect(unmarked(html)).toEqual([]);
  for (const status of [403, 404, 405, 410, 413, 429, 500])
    expect(
      unmarked(
        renderToStaticMarkup(<LocaleProvider locale="es">{<ErrorPage status={status} />}</LocaleProvider>),
      ),
    ).toEqual([]);
});

test("nor on the page of a case, of totals and of co-filing", () => {
  const pages = { case: <CasePage {...casePage} />, totals, coFiling };
  for (const [name, pageHtml] of Object.entries(pages)) {
    const html = renderToStaticMarkup(<LocaleProvider locale="es">{pageHtml}</LocaleProvider>);
    expect(textsOf(html).length, name).toBeGreaterThan(15);
    expect(unmarked(html), name).toEqual([]);
  }
});

test("a word in code is found", () => {
  expect(unmarked('<p aria-label="Close">⟦Sign⟧ now</p>')).toEqual(["now", "Close"]);
});

test("a language from right to left says so", () => {
  expect(words("es").language.direction).toBe("rtl");
});
