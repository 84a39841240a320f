import { crowdAtLeast } from "#app/domain/activity/measure.ts";
import { openAnswer } from "#app/http/api.server.ts";
import { SeriesQuery, UpdatesQuery } from "#app/http/api-queries.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { locales, localizedPath } from "#app/i18n/index.ts";
import { organizerPaths } from "./organizer-paths.ts";
import { parametersOf, schemas } from "./schemas.ts";

const problem = (description: string, headers = {}) => ({
  description,
  headers,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** Answers that many addresses give. */
const openResponses = {
  NotModified: { description: "Unchanged: its ETag matches `If-None-Match`." },
  BadParameter: problem("A parameter is unknown, given twice, or has an invalid value."),
  UnknownCampaign: problem("There is no such campaign."),
  Unavailable: problem("The database does not answer at the moment.", {
    "Retry-After": {
      description: "Seconds to wait before retrying.",
      schema: { type: "integer", minimum: 1 },
    },
  }),
  TooMany: problem("Too many requests.", {
    "Retry-After": {
      description: "Seconds to wait before retrying.",
      schema: { type: "integer", minimum: 1 },
    },
  }),
};

/** Answers of addresses that take a token. */
const organizerResponses = {
  NoToken: problem("The token is missing, wrong, expired or revoked.", {
    "WWW-Authenticate": { schema: { type: "string" } },
  }),
  NotAllowed: problem(
    "The token belongs to another campaign, lacks the scope, or its owner lost the right; or exports are frozen.",
  ),
  UnknownExport: problem("The token’s owner has no such export, or the token lacks the scope for it."),
  BeingMade: problem("The file is still being made."),
  Over: problem("The file is gone."),
};

/** Describes an open address's answer: 200 with the named schema and headers. */
const openAnswers = (schema: string, description: string) => ({
  200: {
    description,
    headers: {
      ETag: { description: "For `If-None-Match`.", schema: { type: "string" } },
      "Access-Control-Allow-Origin": { schema: { const: "*" } },
    },
    content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
  },
  304: { $ref: "#/components/responses/NotModified" },
});

/** Answers with the API's document (OpenAPI 3.1). */
export const loader = ({ request, context: { env } }: LoaderFunctionArgs) =>
  openAnswer(request, describeApi(env.appUrl));

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** Returns the document for the site at this address. Tests check every answer against it. */
const describeApi = (appUrl: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Undersigned",
    version: "1",
    license: { name: "MIT", identifier: "MIT" },
    summary: "Counts, series, updates and claims of campaigns.",
    description:
      "Everything under `/campaigns` is open: any site may read it without a token, and nothing in it is about one person. Groups under five are never shown: a sum, period or breakdown that would reveal one is left out or merged with others. Fields may be added; existing ones stay.",
  },
  servers: locales.map((locale, n) => ({
    url: appUrl + localizedPath(locale, "/api/v1"),
    description: `Texts in ${languageNames.of(locale)}${n === 0 ? "" : " where available"}`,
  })),
  tags: [
    { name: "open", description: "For everyone" },
    { name: "organizer", description: "For organizers’ programs, with a token" },
  ],
  paths: { ...openPaths, ...filePaths(appUrl), ...organizerPaths },
  components: {
    schemas,
    responses: { ...openResponses, ...organizerResponses },
    securitySchemes: {
      token: {
        type: "http",
        scheme: "bearer",
        description:
          "A token that an organizer created in the console or by command. It belongs to one campaign and allows what its scopes say, as long as its owner has that right.",
      },
    },
  },
});

const campaign = {
  name: "campaign",
  in: "path",
  required: true,
  description: "The campaign’s slug, as in its page’s address.",
  schema: { type: "string", pattern: "^[a-z0-9-]{3,64}$" },
};
const unknown = { 404: { $ref: "#/components/responses/UnknownCampaign" } };
const withParameters = {
  400: { $ref: "#/components/responses/BadParameter" },
  ...unknown,
  429: { $ref: "#/components/responses/TooMany" },
  503: { $ref: "#/components/responses/Unavailable" },
};
const asPages = "At most two seconds old, like a public page.";

const openPaths = {
  "/openapi.json": {
    get: {
      operationId: "readDocument",
      tags: ["open"],
      summary: "This document",
      responses: {
        200: {
          description: "This document.",
          content: { "application/json": { schema: { type: "object" } } },
        },
        304: { $ref: "#/components/responses/NotModified" },
      },
    },
  },
  "/campaigns/{campaign}": {
    get: {
      operationId: "readCampaign",
      tags: ["open"],
      summary: "A campaign: its petition, its company, and links to its data",
      parameters: [campaign],
      responses: { ...openAnswers("Campaign", "The campaign."), ...unknown },
    },
  },
  "/campaigns/{campaign}/counts": {
    get: {
      operationId: "readCounts",
      tags: ["open"],
      summary: "Its counts",
      description: asPages,
      parameters: [campaign],
      responses: { ...openAnswers("Counts", "The counts."), ...unknown },
    },
  },
  "/campaigns/{campaign}/series": {
    get: {
      operationId: "readSeries",
      tags: ["open"],
      summary: "Counts over time",
      description: `A period is one or more whole UTC days: as few as it takes to have ${crowdAtLeast} people, so that nobody can be singled out. The days you ask for do not change where periods begin and end. A day appears once it has ended. People who left later still count in their period, so the sum can exceed the count.`,
      parameters: [campaign, ...parametersOf(SeriesQuery)],
      responses: { ...openAnswers("Series", "The periods, oldest first."), ...withParameters },
    },
  },
  "/campaigns/{campaign}/updates": {
    get: {
      operationId: "listUpdates",
      tags: ["open"],
      summary: "Its updates, newest first",
      parameters: [campaign, ...parametersOf(UpdatesQuery)],
      responses: { ...openAnswers("Updates", "The updates that have a page."), ...withParameters },
    },
  },
  "/campaigns/{campaign}/claims": {
    get: {
      operationId: "readClaims",
      tags: ["open"],
      summary: "Its statements, their sources, and corrections",
      description: asPages,
      parameters: [campaign],
      responses: { ...openAnswers("Claims", "The published statements, as on the page."), ...unknown },
    },
  },
};

/** Files of a campaign, at addresses outside of the API. */
const filePaths = (appUrl: string) =>
  Object.fromEntries(
    (
      [
        ["count", "Count", "Its counts, for a program on any site"],
        ["letters", "Ledger", "The ledger of letters"],
        ["pledges", "Totals", "Totals of pledges"],
      ] as const
    ).map(([file, schema, summary]) => [
      `/c/{campaign}/${file}.json`,
      {
        get: {
          servers: [{ url: appUrl }],
          operationId: `read${schema}`,
          tags: ["open"],
          summary,
          description: asPages,
          parameters: [campaign],
          responses: {
            ...openAnswers(schema, "The figures."),
            404: { description: "There is no such campaign.", content: { "text/plain": {} } },
          },
        },
      },
    ]),
  );
