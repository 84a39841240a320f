const problem = (description: string, headers = {}) => ({
  description,
  headers,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** Answers that many addresses give. */
export const openResponses = {
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
export const organizerResponses = {
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
export const openAnswers = (schema: string, description: string) => ({
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
