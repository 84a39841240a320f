import { z } from "zod";
import { tokenScopes } from "#app/domain/access/tokens/api-token.ts";
import { mailProviders, publicMeasures } from "#app/domain/activity/measure.ts";
import { steps } from "#app/domain/activity/period.ts";
import { watchedQueues } from "#app/domain/activity/read-queues.server.ts";
import { claimKinds, claimSections, correctionKinds } from "#app/domain/campaign/campaign.ts";
import { ClaimPictureSchema } from "#app/domain/campaign/claims/picture-schema.ts";
import { WantedExport } from "#app/domain/outgoing/exports/export-form.ts";
import { exportFormats, exportPresets } from "#app/domain/outgoing/exports/presets.ts";
import { Count, companySlug, day, moment, openFiles, text, url, whole } from "./open-files.ts";

const local = z.string().meta({ format: "date-time", description: "With the offset of the zone." });
const signed = z.int();

const sourcePage = z.object({ title: text.nullable(), url, archive: url.nullable() }).nullable();
const knownDate = z
  .object({
    on: day,
    precision: z
      .enum(["day", "month", "year", "by_month"])
      .describe("Its precision; `by_month`: in or before that month."),
  })
  .describe("A date with its precision.");

const flow = z.object({
  joined: signed.describe("Signatures that began to count."),
  left: signed.describe("Signatures that stopped counting."),
  pledges: signed,
  letters: signed,
  mails: signed.describe("Emails of updates that were sent."),
});
const funnelSteps = z.object({ viewed: signed, signed, confirmed: signed, shared: signed, next: signed });
const confirming = z.object({ signed, confirmed: signed });
const origins = z.object({
  listed: z.array(z.object({ value: text, n: signed, before: signed.nullable() })),
  others: z.object({ values: whole, n: signed }).nullable().describe("All that are not listed, together."),
  total: signed,
});

const Export = z.object({
  id: z.string().meta({ format: "uuid" }),
  preset: z.enum(exportPresets),
  format: z.enum(exportFormats),
  state: z.enum(["asked", "running", "aborted", "completed", "wiped"]),
  kept: z
    .boolean()
    .describe("Made by a job and downloadable in parts; otherwise made once during the download."),
  rows: whole.nullable(),
  rowsSoFar: whole,
  bytes: whole.nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  askedAt: moment,
  completedAt: moment.nullable(),
  expiresAt: moment.nullable().describe("When the file is removed."),
  links: z.object({ self: url, file: url.nullable() }),
});

const answers = {
  ...openFiles,
  Problem: z
    .object({
      title: text,
      status: z.int().min(400).max(599),
      code: z
        .string()
        .regex(/^[a-z]+(-[a-z]+)*$/)
        .describe("The code of the error, for programs."),
      detail: text.describe("For developers: what is wrong."),
      parameter: text.optional().describe("The parameter or field that is wrong."),
    })
    .describe("What went wrong (RFC 9457)."),
  Campaign: z.object({
    slug: text,
    title: text,
    standfirst: text,
    company: text.describe("Its name; of several companies, all names."),
    companies: z
      .array(z.object({ company: companySlug, name: text }))
      .optional()
      .describe("Only where there are several, in their order."),
    status: z.enum(["open", "closed"]),
    goal: whole.describe("The next goal of the count."),
    petition: z.object({
      version: whole.describe("A change of meaning makes a new version."),
      summary: text,
      body: text.describe(
        "Paragraphs divided by blank lines; lines that begin with `1. ` are a numbered list.",
      ),
      publishedAt: moment,
    }),
    links: z.object({
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
  Counts: Count.extend({
    campaign: text,
    onPaper: whole.describe("Signatures on paper, as organizers entered them. Not part of `signatures`."),
    goal: whole.describe("The next goal of `signatures`."),
  }),
  Series: z.object({
    campaign: text,
    of: z.enum(publicMeasures),
    atLeast: whole.describe("The least number of people in a period."),
    stretches: z.array(
      z.object({
        from: day,
        to: day.describe("Its last day; the next period begins a day later."),
        n: whole,
      }),
    ),
  }),
  Updates: z.object({
    campaign: text,
    updates: z.array(
      z.object({
        number: whole.describe("Its permanent number in the campaign."),
        language: text.describe("The language of its text: the requested one if available."),
        subject: text,
        startedAt: moment,
        url,
        excerpt: text.describe("Its first words, as one line; an item of a list begins with a dash."),
        html: text.describe("Its words: paragraphs, headings, lists, quotations and links."),
      }),
    ),
    next: url.nullable().describe("The next page of the list."),
  }),
  Claims: z.object({
    campaign: text,
    claims: z.array(
      z.object({
        number: whole.describe("Its number on the page."),
        section: z.enum(claimSections),
        kind: z.enum(claimKinds).describe("The kind of statement."),
        text,
        quotation: text.nullable(),
        attribution: text,
        publisher: text.nullable(),
        published: knownDate.nullable(),
        source: sourcePage.describe(
          "Null until an organizer has opened the page. `archive`: a copy kept by an archive.",
        ),
        moreSources: z
          .array(z.object({ publisher: text, published: knownDate, source: sourcePage }))
          .describe("Further sources, in the order on the page."),
        limits: text.nullable().describe("What it does not say. Show it with the statement."),
        openQuestion: text.nullable(),
        brief: text.nullable().describe("One line for the short version of the case."),
        picture: ClaimPictureSchema.nullable().describe("What is drawn from it, by kind."),
      }),
    ),
    timeline: z.array(
      z.object({
        happened: knownDate,
        label: text,
        claim: whole.describe("The number of the statement."),
        section: z.enum(claimSections),
      }),
    ),
    corrections: z.array(
      z.object({
        correctedOn: day,
        kind: z.enum(correctionKinds).describe("What was wrong."),
        text,
        earlier: z
          .array(z.object({ text, until: day }))
          .describe("Earlier wordings of the line, oldest first."),
      }),
    ),
  }),
  Token: z.object({ name: text, campaign: text, scopes: z.array(z.enum(tokenScopes)), expiresAt: moment }),
  Activity: z.object({
    campaign: text,
    asOf: local,
    by: z.enum(steps),
    days: whole.nullable().describe("Null: everything."),
    zone: text,
    counts: z.object({
      signatures: whole,
      pending: whole,
      pledges: whole,
      letters: whole,
      fundLetters: z
        .object({ told: whole, sent: whole })
        .describe("Fund holders who reported on their letter (`told`), and those who sent it (`sent`)."),
      earlier: whole.describe("Signers of a text with another meaning, counted separately."),
      imported: whole.describe("Imported people who have not confirmed here."),
      onPaper: whole.describe("Signers on paper, counted separately."),
      companies: z
        .array(z.object({ company: text, name: text, pledges: whole, letters: whole }))
        .optional()
        .describe("Only where there are several. `pledges` and `letters` are then sums."),
    }),
    goal: whole,
    series: z.object({
      points: z.array(z.object({ at: local, now: flow, before: flow.nullable() })),
      total: flow,
      totalBefore: flow.nullable().describe("`total` of the period before, up to the same moment."),
    }),
    funnel: funnelSteps.extend({
      before: funnelSteps.nullable().describe("Of the period before, up to the same moment."),
    }),
    sources: origins,
    countries: origins,
    sites: origins.describe("For signatures: the referring site."),
    visits: origins,
    hosts: origins,
    blocked: z
      .array(
        z.object({ provider: z.enum(mailProviders), since: local, recent: confirming, usual: confirming }),
      )
      .describe("Providers where clearly fewer confirm than usual: they may be rejecting emails."),
    mails: z.object({
      accepted: signed,
      delivered: signed,
      delayed: signed,
      bounced: signed,
      complained: signed,
      failed: signed,
      unknown: signed,
      suppressed: signed,
    }),
    updates: z.array(z.object({ number: whole, at: moment })),
  }),
  Queues: z.object({
    campaign: text,
    asOf: moment,
    queues: z.array(
      z.object({
        queue: z.enum(watchedQueues),
        waiting: whole,
        more: z.boolean().describe("True if more wait than `waiting` says."),
        oldestSeconds: whole.nullable(),
        lateAfterSeconds: whole,
        late: z.boolean(),
      }),
    ),
    emailsAhead: whole.describe(
      "Emails of all campaigns that wait because the database’s clock was set back. Raise an alarm if it is not 0 for minutes.",
    ),
  }),
  WantedExport: WantedExport.meta({ additionalProperties: false }),
  Export,
  Exports: z.object({ campaign: text, exports: z.array(Export) }),
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(answers)) registry.add(schema, { id });

/** Leaves out what zod adds to a number's range: the largest integer that is one of JavaScript's. */
const withoutLargest = ({ jsonSchema }: { jsonSchema: { minimum?: number; maximum?: number } }) => {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

const uri = (id: string) => `#/components/schemas/${id}`;

/** The document's `components/schemas`. Objects stay open: a field may be added. */
export const schemas = Object.fromEntries(
  Object.entries(z.toJSONSchema(registry, { io: "input", uri, override: withoutLargest }).schemas).map(
    ([id, { $id, $schema, ...schema }]) => [id, schema],
  ),
);

/** Describes the parameters of an address by the schema that its route parses them with. */
export const parametersOf = (query: z.ZodObject) =>
  Object.entries(z.toJSONSchema(query, { override: withoutLargest }).properties ?? {}).map(
    ([name, schema]) => {
      const { description, ...rest } = schema as { description?: string };
      return { name, in: "query", ...(description && { description }), schema: rest };
    },
  );
