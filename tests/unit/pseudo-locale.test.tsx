import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, test, vi } from "vitest";
import { pledgeWays } from "#app/domain/pledges/pledge-way.ts";
import { words } from "#app/i18n/index.ts";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LetterForm } from "#app/ui/letter/letter-form.tsx";
import { ReportForm } from "#app/ui/letters/report-form.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import { NotOpen } from "#app/ui/not-open.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { FindOut } from "#app/ui/pledge/find-out.tsx";
import { FirstStep } from "#app/ui/pledge/first-step.tsx";
import { ResendForm } from "#app/ui/resend-form.tsx";
import { SignForm, WhatHappensNext } from "#app/ui/sign-form.tsx";

/** Files of this project share their modules: those that were read with the real language are read anew, here and after. */
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("#app/i18n/es/index.ts");
  vi.resetModules();
});

/** A language that runs from right to left, in which each message stands between ⟦ and ⟧. */
vi.mock("#app/i18n/es/index.ts", async () => {
  const { default: en } = await import("#app/i18n/en/index.ts");
  const { pledgeWays: ways } = await import("#app/domain/pledges/pledge-way.ts");
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

const imprint = {
  operator: null,
  postalAddress: null,
  contactEmail: null,
  privacyContact: null,
  fundingLine: null,
};
const campaign = { slug: "a-campaign", company: "⟦Company⟧", imprint };
const state = { values: {}, errors: [] };
const addressee = { company: "⟦Company⟧", office: null, email: null, postalAddress: null, verified: false };
const missing = ["operator", "contact"] as const;

const page = (
  <Page campaign={campaign} examples hasUpdates cameBack="corrected">
    <ErrorSummary
      heading={words("es").sign.form.summary(2)}
      errors={[{ field: "name", message: "⟦Write⟧" }]}
    />
    <SignForm action="/c/a-campaign/sign" company="⟦Company⟧" values={{ comment: "⟦Why⟧" }} />
    <WhatHappensNext privacyLink={null} />
    <NotOpen signing={{ outcome: "not-open", missing: [...missing] }} />
    <FirstStep action="/c/a-campaign/pledge" state={state} asksPerson />
    <FindOut action="/c/a-campaign/pledge" values={{}} />
    <Disclosures company="⟦Company⟧" />
    <LetterForm
      {...{ action: "/c/a-campaign/letter", slug: "a-campaign", state, addressee, ask: "⟦Ask⟧" }}
      rhythm={null}
      preview={null}
    />
    <ReportForm action="/c/a-campaign/letters/x/report" />
    <ManageLinkForm />
    <ResendForm slug="a-campaign" />
  </Page>
);

/** What a reader sees or hears, but for the names of countries, which are data. */
function told(html: string): string[] {
  const own = html.replace(/<option value="[A-Z]{2}".*?<\/option>/g, "").replace(/<script.*?<\/script>/g, "");
  const attributes = [...own.matchAll(/ (?:aria-label|alt|title|placeholder)="([^"]+)"/g)].map(
    ([, text]) => text ?? "",
  );
  const texts = own.split(/<[^>]*>/);
  return [...texts, ...attributes].map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

const unmarked = (html: string) =>
  told(html)
    .map((text) => text.replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/gu, "").trim())
    .filter((text) => /\p{L}/u.test(text) && !/^(English|×)/.test(text));

test("no words of public pages are in code: in a language of marks, every word is marked", () => {
  const html = renderToStaticMarkup(<LocaleProvider locale="es">{page}</LocaleProvider>);
  expect(told(html).length).toBeGreaterThan(pledgeWays.length * 5);
  expect(unmarked(html)).toEqual([]);
  for (const status of [404, 410, 429, 500])
    expect(
      unmarked(
        renderToStaticMarkup(<LocaleProvider locale="es">{<ErrorPage status={status} />}</LocaleProvider>),
      ),
    ).toEqual([]);
});

test("a word in code is found", () => {
  expect(unmarked('<p aria-label="Close">⟦Sign⟧ now</p>')).toEqual(["now", "Close"]);
});

test("a language from right to left says so", () => {
  expect(words("es").language.direction).toBe("rtl");
});
