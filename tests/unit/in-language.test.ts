import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Claim, Correction, Petition } from "#app/domain/campaign/campaign.ts";
import { textsOfPicture } from "#app/domain/campaign/claims/claim-picture.ts";
import { caseIn, petitionIn } from "#app/domain/campaign/translations/in-language.ts";
import { Told } from "#app/ui/case/scene.tsx";
import { Corrections, Timeline } from "#app/ui/case/timeline.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { microsoftIce, microsoftIcePetition } from "#db/seed/microsoft-ice.ts";
import { microsoftIceClaims } from "#db/seed/microsoft-ice-claims.ts";
import { microsoftIceInSpanish } from "#db/seed/microsoft-ice-es.ts";

const claim: Claim = {
  number: 1,
  section: "company",
  kind: "company_statement",
  text: "It says so.",
  quotation: "we do not",
  attribution: "A newsroom",
  publisher: "A newsroom",
  limits: "Its own account.",
  openQuestion: null,
  brief: null,
  published: null,
  source: null,
  moreSources: [],
  picture: null,
};
const caseOf = (one: Claim) => ({ claims: [one], timeline: [], corrections: [], checked: null });
const known = new Map([
  ["It says so.", "Lo dice."],
  ["A newsroom", "Una redacción"],
  ["Its own account.", "Su propio relato."],
]);

test("a claim is said wholly in the other language, but for the company's own words", () => {
  expect(caseIn(known, caseOf(claim), "en").claims[0]).toMatchObject({
    text: "Lo dice.",
    attribution: "Una redacción",
    publisher: "Una redacción",
    limits: "Su propio relato.",
    quotation: "we do not",
    quotationLanguage: "en",
  });
});

test("a translation's verbatim quotes differ from those in its own language", () => {
  const text = "It says “through our partners”, “nearly”.";
  const translated = new Map([
    ...known,
    [text, "Dice “a través de socios” (“through our partners”), “casi”."],
  ]);
  const [translatedClaim] = caseIn(translated, caseOf({ ...claim, text }), "en").claims;
  expect(translatedClaim).toMatchObject({ quoted: ["“through our partners”"], quotationLanguage: "en" });
  expect(renderToStaticMarkup(createElement(Told, { claims: [translatedClaim ?? claim] }))).toContain(
    '(<span lang="en">“through our partners”</span>), “casi”.',
  );
  const [whole] = caseIn(translated, caseOf(claim), "en").claims;
  expect(whole).not.toHaveProperty("quoted");
});

test("an edited claim shows its original, named by language, until translated", () => {
  const edited = { ...claim, limits: "Its own account, of 2026." };
  expect(caseIn(known, caseOf(edited), "en").claims[0]).toEqual({ ...edited, language: "en" });
});

test("an untranslated correction names its language, line by line", () => {
  const log: Correction[] = [
    {
      correctedOn: "2026-03-02",
      kind: "figure",
      text: "It says so.",
      earlier: [{ text: "It said more.", until: "2026-03-01" }],
    },
    { correctedOn: "2026-02-02", kind: "figure", text: "It said less.", earlier: [] },
  ];
  const { corrections } = caseIn(known, { claims: [], timeline: [], corrections: log, checked: null }, "en");
  const petition = { version: 1, publishedAt: new Date(0) } as Petition;
  const drawn = createElement(Corrections, {
    corrections,
    petition,
    contact: null,
    zone: "America/New_York",
  });
  const html = renderToStaticMarkup(LocaleProvider({ locale: "es", children: drawn }));
  expect(html).toContain("</b> Lo dice.");
  expect(html).toContain('“<span lang="en">It said more.</span>”');
  expect(html).toContain('</b> <span lang="en">It said less.</span>');
});

test("an event that is not translated names the language it was written in", () => {
  const event = { happened: { on: "2026-02-17", precision: "day" }, claim: 1, section: "company" } as const;
  const timeline = [
    { ...event, label: "It says so." },
    { ...event, label: "It says more." },
  ];
  const { timeline: events } = caseIn(known, { claims: [], timeline, corrections: [], checked: null }, "en");
  const children = createElement(Timeline, { events: events.map((one) => ({ ...one, to: "#c1" })) });
  const html = renderToStaticMarkup(LocaleProvider({ locale: "es", children }));
  expect(html).toContain('href="#c1">Lo dice.</a>');
  expect(html).toContain(
    '<span lang="en">It says more.</span> <span class="mark" lang="es">En inglés</span></a>',
  );
});

test("a petition is never half in one language", () => {
  const petition = { version: 2, summary: "It says so.", body: "Another text." } as Petition;
  expect(petitionIn({ known, signed: new Map(), written: "en" }, petition)).toEqual({
    ...petition,
    language: "en",
  });
});

test("all of the case is in Spanish, with the same figures and names", () => {
  const { title, eyebrow, standfirst } = microsoftIce;
  const texts = [title, eyebrow, standfirst, microsoftIcePetition.summary, microsoftIcePetition.body];
  for (const { timeline, picture, ...claim } of microsoftIceClaims) {
    const { text, limits, openQuestion, brief, attribution, publisher } = claim;
    texts.push(text, limits ?? "", openQuestion ?? "", brief ?? "", attribution, publisher ?? "");
    texts.push(...textsOfPicture((picture ?? null) as Claim["picture"]));
    texts.push(...(timeline ?? []).map(({ label }) => label));
  }
  const given = texts.filter((text) => text !== "");
  expect(given.filter((text) => !microsoftIceInSpanish.has(text))).toEqual([]);
  const figures = (text: string) =>
    (text.match(/\d[\d.,]*\d|\d/g) ?? []).map((one) => one.replace(/,000$/, "").replace(/,(\d)00$/, ".$1"));
  const names = (text: string) =>
    text.match(/Microsoft|Azure|ICE|Reuters|Guardian|Monaco|Nadella/g)?.sort() ?? [];
  const differing = given.filter((text) => {
    const spanish = microsoftIceInSpanish.get(text) ?? "";
    const same = (of: (one: string) => string[]) =>
      [...new Set(of(text))].every((one) => of(spanish).includes(one));
    return !same(figures) || !same(names);
  });
  expect(differing).toEqual([]);
});
