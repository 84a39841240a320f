import { z } from "zod";
import { publicMeasures } from "#app/domain/activity/public-measures.ts";
import { claimKinds, claimSections, correctionKinds } from "#app/domain/campaign/campaign.ts";
import { ClaimPictureSchema } from "#app/domain/campaign/claims/picture-schema.ts";
import { listOf, moment, nullable, objectOf, text, url, whole } from "./schema.ts";

const sourcePage = {
  anyOf: [objectOf({ title: nullable(text), url, archive: nullable(url) }), { type: "null" }],
};

const knownDate = objectOf(
  {
    on: { type: "string", format: "date" },
    precision: {
      enum: ["day", "month", "year", "by_month"],
      description: "Its precision; `by_month`: in or before that month.",
    },
  },
  "A date with its precision.",
);

const companySlug = { ...text, description: "What forms call it: `company`, `consent_deliver`." };

const { $schema: _, ...picture } = z.toJSONSchema(ClaimPictureSchema);

export const publicSchemas = {
  Problem: objectOf(
    {
      title: text,
      status: { type: "integer", minimum: 400, maximum: 599 },
      code: { ...text, pattern: "^[a-z]+(-[a-z]+)*$", description: "The code of the error, for programs." },
      detail: { ...text, description: "For developers: what is wrong." },
      parameter: { ...text, description: "The parameter or field that is wrong." },
    },
    "What went wrong (RFC 9457).",
    ["parameter"],
  ),
  Campaign: objectOf(
    {
      slug: text,
      title: text,
      standfirst: text,
      company: { ...text, description: "Its name; of several companies, all names." },
      companies: {
        ...listOf(objectOf({ company: companySlug, name: text })),
        description: "Only where there are several, in their order.",
      },
      status: { enum: ["open", "closed"] },
      goal: { ...whole, description: "The next goal of the count." },
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
    },
    undefined,
    ["companies"],
  ),
  Counts: objectOf(
    {
      campaign: text,
      signatures: { ...whole, description: "Confirmed signatures, live." },
      holders: { ...whole, description: "Shareholders whose pledge counts, live; without fund holders." },
      wholeShares: {
        ...nullable(text),
        pattern: "^\\d+$",
        description:
          "Their whole shares as last published, in digits. Changes only after five or more people change it, " +
          "none by more than half; null while fewer than five gave a number.",
      },
      letters: { ...whole, description: "Letters that their writers confirmed and did not withdraw, live." },
      onPaper: {
        ...whole,
        description: "Signatures on paper, as organizers entered them. Not part of `signatures`.",
      },
      goal: { ...whole, description: "The next goal of `signatures`." },
      companies: {
        ...listOf(
          objectOf({
            company: companySlug,
            name: text,
            holders: whole,
            wholeShares: nullable(text),
            letters: whole,
          }),
        ),
        description:
          "Only where there are several. `holders` and `letters` are then sums, `wholeShares` is null.",
      },
      asOf: moment,
    },
    undefined,
    ["companies"],
  ),
  Series: objectOf({
    campaign: text,
    of: { enum: [...publicMeasures] },
    atLeast: { ...whole, description: "The least number of people in a period." },
    stretches: listOf(
      objectOf({
        from: { type: "string", format: "date" },
        to: {
          type: "string",
          format: "date",
          description: "Its last day; the next period begins a day later.",
        },
        n: whole,
      }),
    ),
  }),
  Updates: objectOf({
    campaign: text,
    updates: listOf(
      objectOf({
        number: { ...whole, description: "Its permanent number in the campaign." },
        language: { ...text, description: "The language of its text: the requested one if available." },
        subject: text,
        startedAt: moment,
        url,
        excerpt: {
          ...text,
          description: "Its first words, as one line; an item of a list begins with a dash.",
        },
        html: { ...text, description: "Its words: paragraphs, headings, lists, quotations and links." },
      }),
    ),
    next: { ...nullable(url), description: "The next page of the list." },
  }),
  Claims: objectOf({
    campaign: text,
    claims: listOf(
      objectOf({
        number: { ...whole, description: "Its number on the page." },
        section: { enum: [...claimSections] },
        kind: { enum: [...claimKinds], description: "The kind of statement." },
        text,
        quotation: nullable(text),
        attribution: text,
        publisher: nullable(text),
        published: { anyOf: [knownDate, { type: "null" }] },
        source: {
          ...sourcePage,
          description: "Null until an organizer has opened the page. `archive`: a copy kept by an archive.",
        },
        moreSources: {
          ...listOf(objectOf({ publisher: text, published: knownDate, source: sourcePage })),
          description: "Further sources, in the order on the page.",
        },
        limits: { ...nullable(text), description: "What it does not say. Show it with the statement." },
        openQuestion: nullable(text),
        brief: { ...nullable(text), description: "One line for the short version of the case." },
        picture: { anyOf: [picture, { type: "null" }], description: "What is drawn from it, by kind." },
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
          description: "Earlier wordings of the line, oldest first.",
        },
      }),
    ),
  }),
};
