import { crowdAtLeast, publicMeasures } from "#app/domain/upkeep/activity/public-measures.ts";
import { openAnswers } from "./responses.ts";

const campaign = {
  name: "campaign",
  in: "path",
  required: true,
  description: "The campaign’s slug, as in its page’s address.",
  schema: { type: "string", pattern: "^[a-z0-9-]{3,64}$" },
};
const day = (name: string, description: string) => ({
  name,
  in: "query",
  description,
  schema: { type: "string", format: "date" },
});
const unknown = { 404: { $ref: "#/components/responses/UnknownCampaign" } };
const withParameters = {
  400: { $ref: "#/components/responses/BadParameter" },
  ...unknown,
  429: { $ref: "#/components/responses/TooMany" },
  503: { $ref: "#/components/responses/Unavailable" },
};
const asPages = "At most two seconds old, like a public page.";

export const openPaths = {
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
      parameters: [
        campaign,
        {
          name: "of",
          in: "query",
          description: "What is counted.",
          schema: { enum: [...publicMeasures], default: "signatures" },
        },
        day("from", "Periods that begin on this day or later."),
        day("to", "Periods that end on this day or earlier."),
      ],
      responses: { ...openAnswers("Series", "The periods, oldest first."), ...withParameters },
    },
  },
  "/campaigns/{campaign}/updates": {
    get: {
      operationId: "listUpdates",
      tags: ["open"],
      summary: "Its updates, newest first",
      parameters: [
        campaign,
        {
          name: "limit",
          in: "query",
          description: "Maximum number of updates.",
          schema: { type: "integer", minimum: 1, maximum: 50, default: 20 },
        },
        {
          name: "after",
          in: "query",
          description: "The number of an update: returns those after it in this list.",
          schema: { type: "integer", minimum: 1 },
        },
      ],
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
