import { createHash } from "node:crypto";
import type { Provenance } from "./meeting.ts";

type Values = Record<string, unknown>;

/** Equal values have equal text: times by instant, numbers by digits. */
const written = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, inner) => (typeof inner === "bigint" ? `${inner}` : inner));

/** Lists fields of `after` that differ from `before`; of what is new, those that say anything. */
export const changedFields = <T extends Values>(before: Partial<T> | null, after: T): (keyof T & string)[] =>
  Object.keys(after).filter((field) => written(before?.[field]) !== written(after[field]));

/**
 * Fingerprints stored values in a few characters: an edit sends back those it began on, and is refused once
 * they changed. `fields` are those that can be edited.
 */
export function fingerprintOf(
  row: Values & Pick<Provenance, "verifiedAt">,
  fields: readonly string[],
): string {
  const values = ["verifiedAt", ...fields].map((field) => written(row[field]));
  return createHash("sha256").update(values.join("\n")).digest("base64url").slice(0, 22);
}

/**
 * Returns who vouches for a saved value: the person who checked it now; the one before, while nothing of it
 * changed; else nobody.
 */
export function verificationAfter(
  before: Pick<Provenance, "verifiedAt" | "verifiedBy"> | null,
  { checked, changed, by }: { checked: boolean; changed: boolean; by: string },
  now: Date,
): Pick<Provenance, "verifiedAt" | "verifiedBy"> {
  if (checked) return { verifiedAt: now, verifiedBy: by };
  if (changed || before === null) return { verifiedAt: null, verifiedBy: null };
  return { verifiedAt: before.verifiedAt, verifiedBy: before.verifiedBy };
}

/** Lists fields before and after, for the audit. */
export const fromTo = (before: Values | null, after: Values, fields: readonly string[]) =>
  Object.fromEntries(
    fields.map((field) => [field, { from: before?.[field] ?? null, to: after[field] ?? null }]),
  );
