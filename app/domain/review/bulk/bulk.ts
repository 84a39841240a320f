import { z } from "zod";
import { reviewReasons } from "#app/domain/review/scoring/signal.ts";
import { countryCodes } from "#app/lib/countries.ts";

const day = z.iso.date().nullable();

/** Selects signatures that meet every given condition. */
export const BulkConditions = z
  .object({
    reason: z.enum(reviewReasons).nullable(),
    /** Email domain, lower case. With a dot in front it includes its subdomains. */
    domain: z.string().max(253).nullable(),
    country: z.string().nullable(),
    source: z.string().max(64).nullable(),
    /** A network on one day, hashed with that day's key; `gone` once the key was deleted. */
    block: z
      .string()
      .regex(/^([0-9a-f]{32}|gone)$/)
      .nullable()
      .default(null),
    /** Days in UTC, both included. */
    from: day,
    to: day,
  })
  .refine((given) => Object.values(given).some((value) => value !== null), "bulk-nothing")
  .refine(({ country }) => country === null || countryCodes.includes(country), "bulk-country");
export type BulkConditions = z.output<typeof BulkConditions>;

export const maxNoteLength = 1000;
/** Most that are counted while a page waits; the worker counts more. */
export const maxCountedSignatures = 10_000;
/** Signatures shown before it is requested. */
export const sampleOf = 10;

/**
 * Fills a public note with the count for `{count}`, and its word for `{count|signature|signatures}`. `count`:
 * null while unknown.
 */
export const fillNote = (note: string, count: number | null) =>
  note
    .replace(/\{count\|([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, many: string) => (count === 1 ? one : many))
    .replaceAll("{count}", count === null ? "…" : new Intl.NumberFormat("en-US").format(count));

/** True where the public would see a brace, because nothing fills it in. */
export const hasUnfilled = (note: string) => /[{}]/.test(fillNote(note, 2));
