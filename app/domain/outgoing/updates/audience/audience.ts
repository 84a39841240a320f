import { z } from "zod";
import { willingnesses } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import { After } from "./acts.ts";

/** What someone did in the campaign. */
export const audienceActions = ["anything", "signed", "pledged", "wrote"] as const;
export type AudienceAction = (typeof audienceActions)[number];

/**
 * Who gets an update, among those who confirmed their address and agreed to updates of the campaign:
 * `countries` (ISO 3166-1 alpha-2), what they did, and since which day (UTC) they have consented; `languages`
 * they read; `holding`, `willing` and `companies` (slugs) of one of their pledges. One of each list is
 * enough, and an empty list means all. `after`: to each person by itself, some days after an act; null: once,
 * to all. Older updates store only the first three.
 */
export const Audience = z.object({
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
  did: z.enum(audienceActions),
  since: z.iso.date().nullable(),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .max(50)
    .default([]),
  holding: z.array(z.enum(pledgeWays)).default([]),
  willing: z.array(z.enum(willingnesses)).default([]),
  companies: z.array(z.string().min(1).max(100)).max(50).default([]),
  after: After.nullable().default(null),
});
export type Audience = z.infer<typeof Audience>;

export const everyone: Audience = {
  countries: [],
  did: "anything",
  since: null,
  languages: [],
  holding: [],
  willing: [],
  companies: [],
  after: null,
};

/** Reads an audience as it is stored: as JSON, or as the text of it. */
export const readAudience = (stored: unknown): Audience =>
  Audience.parse(typeof stored === "string" ? JSON.parse(stored) : stored);

/** Returns whether it is only for people who pledged. */
export const isForShareholders = ({ did, holding, willing, companies }: Audience) =>
  did === "pledged" || [holding, willing, companies].some((list) => list.length > 0);

/** Returns whether it leaves out some of those who did what it asks for. */
export const isNarrowed = ({ did: _did, since, after, ...lists }: Audience) =>
  since !== null || after !== null || Object.values(lists).some((list) => list.length > 0);
