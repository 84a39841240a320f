import { claimKinds, claimSections, correctionKinds, figureUnits } from "#app/domain/campaign/campaign.ts";
import { openMeasures } from "#app/domain/upkeep/activity/crowds.ts";
import { listOf, maybe, moment, objectOf, text, url, whole } from "./schema.ts";

const knownDate = objectOf(
  {
    on: { type: "string", format: "date" },
    precision: {
      enum: ["day", "month", "year", "by_month"],
      description: "How exactly it is known; `by_month`: in or before that month.",
    },
  },
  "A date as exactly as it is known.",
);

const figurePoint = objectOf({
  on: { ...text, pattern: "^\\d{4}-\\d{2}$" },
  value: { type: "number" },
  qualifier: { enum: ["exactly", "about", "nearly", "more than"] },
});

export const openSchemas = {
  Problem: objectOf(
    {
      title: text,
      status: { type: "integer", minimum: 400, maximum: 599 },
      code: { ...text, pattern: "^[a-z]+(-[a-z]+)*$", description: "For programs." },
      detail: { ...text, description: "For whoever writes them: what is wrong." },
      parameter: { ...text, description: "The parameter or field that is wrong." },
    },
    "What went wrong (RFC 9457).",
    ["parameter"],
  ),
  Campaign: objectOf({
    slug: text,
    title: text,
    standfirst: text,
    company: text,
    status: { enum: ["open", "closed"] },
    goal: { ...whole, description: "The next step that the count goes towards." },
    petition: objectOf({
      version: { ...whole, description: "A change of meaning makes a new version." },
      summary: text,
      body: {
        ...text,
        description: "Paragraphs divided by blank lines; lines that begin with `1. ` are a numbered list.",
      },
      publishedAt: moment,
    }),
    links: objectOf({
      page: url,
      counts: url,
      series: url,
      updates: url,
      claims: url,
      pledges: url,
      letters: url,
      feed: url,
    }),
  }),
  Counts: objectOf({
    campaign: text,
    signatures: { ...whole, description: "Confirmed signatures, live." },
    holders: {
      ...whole,
      description: "Shareholders whose pledge is in force, live; funds' holders are not among them.",
    },
    wholeShares: {
      ...maybe(text),
      pattern: "^\\d+$",
      description:
        "Their whole shares as last published, in digits. Moves only when five pledges or more changed " +
        "it; null while fewer than five told a number.",
    },
    letters: { ...whole, description: "Letters that their writers confirmed and that stand, live." },
    onPaper: {
      ...whole,
      description:
        "Signatures on sheets of paper, as organizers typed them in. They are not in `signatures`.",
    },
    goal: { ...whole, description: "The next step that `signatures` goes towards." },
    asOf: moment,
  }),
  Series: objectOf({
    campaign: text,
    of: { enum: [...openMeasures] },
    atLeast: { ...whole, description: "No stretch tells of fewer." },
    stretches: listOf(
      objectOf({
        from: { type: "string", format: "date" },
        to: {
          type: "string",
          format: "date",
          description: "The last day of it: the next begins a day later.",
        },
        n: whole,
      }),
    ),
  }),
  Updates: objectOf({
    campaign: text,
    updates: listOf(
      objectOf({
        number: { ...whole, description: "Its number in the campaign, which stays." },
        language: { ...text, description: "Of its words: the one asked for where it has them." },
        subject: text,
        startedAt: moment,
        url,
        excerpt: { ...text, description: "Its first words, as one line." },
        html: { ...text, description: "Its words: paragraphs, headings, lists, quotations and links." },
      }),
    ),
    next: { ...maybe(url), description: "Where the list goes on." },
  }),
  Claims: objectOf({
    campaign: text,
    claims: listOf(
      objectOf({
        number: { ...whole, description: "The number it is printed with." },
        section: { enum: [...claimSections] },
        kind: { enum: [...claimKinds], description: "Who answers for it." },
        text,
        quotation: maybe(text),
        attribution: text,
        publisher: maybe(text),
        published: { anyOf: [knownDate, { type: "null" }] },
        source: {
          anyOf: [objectOf({ title: maybe(text), url }), { type: "null" }],
          description: "Null until an organizer has opened the page.",
        },
        moreSources: {
          ...listOf(
            objectOf({
              publisher: text,
              published: knownDate,
              source: { anyOf: [objectOf({ title: maybe(text), url }), { type: "null" }] },
            }),
          ),
          description: "Where else it can be read, in the order in which it is printed.",
        },
        limits: { ...maybe(text), description: "What it does not say: print it beside the statement." },
        openQuestion: maybe(text),
        brief: {
          ...maybe(text),
          description: "It in one line, where the short version of the case tells of it.",
        },
        figure: {
          anyOf: [
            objectOf({ unit: { enum: [...figureUnits] }, points: { ...listOf(figurePoint), minItems: 2 } }),
            { type: "null" },
          ],
        },
      }),
    ),
    timeline: listOf(
      objectOf({
        happened: knownDate,
        label: text,
        claim: { ...whole, description: "The number of the statement." },
        section: { enum: [...claimSections] },
      }),
    ),
    corrections: listOf(
      objectOf({
        correctedOn: { type: "string", format: "date" },
        kind: { enum: [...correctionKinds], description: "What was wrong." },
        text,
        earlier: {
          ...listOf(objectOf({ text, until: { type: "string", format: "date" } })),
          description: "What the line said before it was put better, oldest first.",
        },
      }),
    ),
  }),
};
