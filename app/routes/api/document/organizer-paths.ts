import { ActivityQuery } from "#app/http/api-queries.ts";
import { parametersOf } from "./schemas.ts";

const json = (schema: string) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${schema}` } },
});
const refTo = (name: string) => ({ $ref: `#/components/responses/${name}` });

const campaign = {
  name: "campaign",
  in: "path",
  required: true,
  description: "The campaign the token belongs to.",
  schema: { type: "string" },
};
const oneExport = { name: "export", in: "path", required: true, schema: { type: "string", format: "uuid" } };
const security = [{ token: [] }];
const refusals = {
  401: refTo("NoToken"),
  403: refTo("NotAllowed"),
  429: refTo("TooMany"),
  503: refTo("Unavailable"),
};

const bytes = { schema: { type: "string", format: "binary" } };
const wholeOrPart = {
  "text/csv": bytes,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": bytes,
  "application/json": {},
};

const wantedExports = {
  signatures: {
    summary: "All confirmed signatures, as CSV for Excel",
    value: { preset: "full", state: "confirmed", bom: "on" },
  },
  pledges: {
    summary: "Pledges on one meeting, as XLSX",
    value: { preset: "pledges", meeting: "2026", format: "xlsx" },
  },
  subscribers: {
    summary: "Those in two countries who asked for updates, since a day",
    value: { preset: "mailchimp", countries: "US MX", from: "2026-01-01" },
  },
};

export const organizerPaths = {
  "/token": {
    get: {
      operationId: "readToken",
      tags: ["organizer"],
      security,
      summary: "What this token allows",
      responses: {
        200: { description: "The token.", content: json("Token") },
        401: refTo("NoToken"),
        429: refTo("TooMany"),
        503: refTo("Unavailable"),
      },
    },
  },
  "/organizer/campaigns/{campaign}/activity": {
    get: {
      operationId: "readActivity",
      tags: ["organizer"],
      security,
      summary: "The figures of the overview (scope `activity`)",
      description: "Groups under five are merged with others unless the token's owner may see people.",
      parameters: [campaign, ...parametersOf(ActivityQuery)],
      responses: {
        200: { description: "The figures.", content: json("Activity") },
        400: refTo("BadParameter"),
        ...refusals,
      },
    },
  },
  "/organizer/campaigns/{campaign}/queues": {
    get: {
      operationId: "readQueues",
      tags: ["organizer"],
      security,
      summary: "What is waiting, and since when (scope `queues`)",
      parameters: [campaign],
      responses: { 200: { description: "The queues.", content: json("Queues") }, ...refusals },
    },
  },
  "/organizer/campaigns/{campaign}/exports": {
    get: {
      operationId: "listExports",
      tags: ["organizer"],
      security,
      summary: "The exports of the token's owner (scope `export-signatures` or `export-pledges`)",
      parameters: [campaign],
      responses: {
        200: { description: "The exports, newest first.", content: json("Exports") },
        ...refusals,
      },
    },
    post: {
      operationId: "askForExport",
      tags: ["organizer"],
      security,
      summary: "Request a file: a job makes it and keeps it for a day",
      description: "The audit log records each export and each download.",
      parameters: [campaign],
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/WantedExport" },
            examples: wantedExports,
          },
        },
      },
      responses: {
        202: {
          description: "Requested. Poll `links.self` until its state is `completed`.",
          content: json("Export"),
        },
        400: refTo("BadParameter"),
        ...refusals,
      },
    },
  },
  "/organizer/campaigns/{campaign}/exports/{export}": {
    get: {
      operationId: "readExport",
      tags: ["organizer"],
      security,
      summary: "The progress of an export",
      parameters: [campaign, oneExport],
      responses: {
        200: { description: "The export.", content: json("Export") },
        ...refusals,
        404: refTo("UnknownExport"),
      },
    },
  },
  "/organizer/campaigns/{campaign}/exports/{export}/file": {
    get: {
      operationId: "fetchExport",
      tags: ["organizer"],
      security,
      summary: "Its file, or a part of it with `Range`, to resume a download",
      parameters: [
        campaign,
        oneExport,
        { name: "Range", in: "header", schema: { type: "string" }, example: "bytes=1048576-" },
      ],
      responses: {
        200: { description: "The file.", content: wholeOrPart },
        206: { description: "The part.", content: wholeOrPart },
        ...refusals,
        404: refTo("UnknownExport"),
        409: refTo("BeingMade"),
        410: refTo("Over"),
        416: { description: "The file has no such part." },
      },
    },
  },
};
