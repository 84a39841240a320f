import { crowdAtLeast, openMeasures } from "#app/domain/upkeep/activity/crowds.ts";
import { openAnswers } from "./responses.ts";

const campaign = {
  name: "campaign",
  in: "path",
  required: true,
  description: "The name of a campaign as it stands in its address.",
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
const asPages = "As current as a public page: at most two seconds old.";

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
      summary: "A campaign: what it asks for, of whom, and where the rest of it is",
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
      summary: "How many came over time",
      description:
        `In stretches of whole days of UTC, each as short as it can be with ${crowdAtLeast} or more in ` +
        "it, so that none tells when one of a few came. They are cut from the first day on, and asking " +
        "for other days cuts no others. A day is told once it has ended. Whoever left later is counted " +
        "on in the stretch they came in, so the sum can be more than the count.",
      parameters: [
        campaign,
        {
          name: "of",
          in: "query",
          description: "What is counted.",
          schema: { enum: [...openMeasures], default: "signatures" },
        },
        day("from", "Stretches that begin on this day or later."),
        day("to", "Stretches that end on this day or earlier."),
      ],
      responses: { ...openAnswers("Series", "The stretches, the oldest first."), ...withParameters },
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
          description: "Updates at most.",
          schema: { type: "integer", minimum: 1, maximum: 50, default: 20 },
        },
        {
          name: "after",
          in: "query",
          description: "The number of an update: those that follow it in this list.",
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
      summary: "What it says, who answers for each statement, and what was corrected",
      description: asPages,
      parameters: [campaign],
      responses: { ...openAnswers("Claims", "The published statements, as they are printed."), ...unknown },
    },
  },
};
