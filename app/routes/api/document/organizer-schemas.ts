import { tokenScopes } from "#app/domain/access/tokens/api-token.ts";
import { mailProviders } from "#app/domain/activity/measure.ts";
import { steps } from "#app/domain/activity/period.ts";
import { watchedQueues } from "#app/domain/activity/read-queues.server.ts";
import { exportFormats, exportPresets } from "#app/domain/outgoing/exports/presets.ts";
import { wantedExport } from "./organizer-paths.ts";
import { listOf, moment, nullable, objectOf, text, url, whole } from "./schema.ts";

const local = { type: "string", format: "date-time", description: "With the offset of the zone." };
const signed = { type: "integer" };
const flow = objectOf({
  joined: { ...signed, description: "Signatures that began to count." },
  left: { ...signed, description: "Signatures that stopped counting." },
  pledges: signed,
  letters: signed,
  mails: { ...signed, description: "Emails of updates that were sent." },
});
const funnelSteps = { viewed: signed, signed, confirmed: signed, shared: signed, next: signed };
const orNull = (schema: object) => ({ anyOf: [schema, { type: "null" }] });
const confirming = objectOf({ signed, confirmed: signed });
const origins = objectOf({
  listed: listOf(objectOf({ value: text, n: signed, before: nullable(signed) })),
  others: {
    ...orNull(objectOf({ values: whole, n: signed })),
    description: "All that are not listed, together.",
  },
  total: signed,
});

const oneExport = objectOf({
  id: { type: "string", format: "uuid" },
  preset: { enum: [...exportPresets] },
  format: { enum: [...exportFormats] },
  state: { enum: ["asked", "running", "aborted", "completed", "wiped"] },
  kept: {
    type: "boolean",
    description: "Made by a job and downloadable in parts; otherwise made once during the download.",
  },
  rows: nullable(whole),
  rowsSoFar: whole,
  bytes: nullable(whole),
  sha256: { ...nullable(text), pattern: "^[0-9a-f]{64}$" },
  askedAt: moment,
  completedAt: nullable(moment),
  expiresAt: { ...nullable(moment), description: "When the file is removed." },
  links: objectOf({ self: url, file: nullable(url) }),
});

export const organizerSchemas = {
  Token: objectOf({
    name: text,
    campaign: text,
    scopes: listOf({ enum: [...tokenScopes] }),
    expiresAt: moment,
  }),
  Activity: objectOf({
    campaign: text,
    asOf: local,
    by: { enum: [...steps] },
    days: nullable({ ...whole, description: "Null: everything." }),
    zone: text,
    counts: objectOf(
      {
        signatures: whole,
        pending: whole,
        pledges: whole,
        letters: whole,
        fundLetters: {
          ...objectOf({ told: whole, sent: whole }),
          description: "Fund holders who reported on their letter (`told`), and those who sent it (`sent`).",
        },
        earlier: { ...whole, description: "Signers of a text with another meaning, counted separately." },
        imported: { ...whole, description: "Imported people who have not confirmed here." },
        onPaper: { ...whole, description: "Signers on paper, counted separately." },
        companies: {
          ...listOf(objectOf({ company: text, name: text, pledges: whole, letters: whole })),
          description: "Only where there are several. `pledges` and `letters` are then sums.",
        },
      },
      undefined,
      ["companies"],
    ),
    goal: whole,
    series: objectOf({
      points: listOf(objectOf({ at: local, now: flow, before: orNull(flow) })),
      total: flow,
      totalBefore: { ...orNull(flow), description: "`total` of the period before, up to the same moment." },
    }),
    funnel: objectOf({
      ...funnelSteps,
      before: {
        ...orNull(objectOf(funnelSteps)),
        description: "Of the period before, up to the same moment.",
      },
    }),
    sources: origins,
    countries: origins,
    sites: { ...origins, description: "For signatures: the referring site." },
    visits: origins,
    hosts: origins,
    blocked: {
      ...listOf(
        objectOf({
          provider: { enum: [...mailProviders] },
          since: local,
          recent: confirming,
          usual: confirming,
        }),
      ),
      description: "Providers where clearly fewer confirm than usual: they may be rejecting emails.",
    },
    mails: objectOf({
      accepted: signed,
      delivered: signed,
      delayed: signed,
      bounced: signed,
      complained: signed,
      failed: signed,
      unknown: signed,
      suppressed: signed,
    }),
    updates: listOf(objectOf({ number: whole, at: moment })),
  }),
  Queues: objectOf({
    campaign: text,
    asOf: moment,
    queues: listOf(
      objectOf({
        queue: { enum: [...watchedQueues] },
        waiting: whole,
        more: { type: "boolean", description: "True if more wait than `waiting` says." },
        oldestSeconds: nullable(whole),
        lateAfterSeconds: whole,
        late: { type: "boolean" },
      }),
    ),
    emailsAhead: {
      ...whole,
      description:
        "Emails of all campaigns that wait because the database’s clock was set back. Raise an alarm if it is not 0 for minutes.",
    },
  }),
  WantedExport: wantedExport,
  Export: oneExport,
  Exports: objectOf({ campaign: text, exports: listOf({ $ref: "#/components/schemas/Export" }) }),
};
