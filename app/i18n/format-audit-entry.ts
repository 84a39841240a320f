import { isUuid } from "#app/lib/uuid.ts";
import { formatDate, formatNumber, formatTime, type Locale, type Words } from "./index.ts";

type AuditWords = Words["audit"];
type Detail = Record<string, unknown>;

const isHash = /^[0-9a-f]{16,}$/;
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** `postalAddress` and `private-details` as words. */
const asWords = (code: string) =>
  code
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase();

/** Writes a log entry as a sentence without its subject. */
export function formatAction(say: AuditWords, action: string, detail: Detail): string {
  const phrase = own(say.actions, action);
  if (phrase === undefined) return say.unknownAction(action);
  return typeof phrase === "function" ? phrase(detail) : phrase;
}

/** Names who did it: `name` is null for somebody who has none or is gone. */
export const formatActor = (say: AuditWords, actor: string, name: string | null): string =>
  name ?? say.actors[actor.startsWith("organizer:") ? "gone" : actor] ?? actor;

/**
 * Writes what the sentence omits: names and values in words. Cuts hashes and ids to what tells two of them
 * apart.
 */
export function formatDetails(
  say: AuditWords,
  locale: Locale,
  detail: Detail,
): { name: string; value: string }[] {
  return Object.entries(detail)
    .filter(
      ([key, value]) =>
        value !== null && value !== "" && !["list", "rows", "paged", "why", "times", "more"].includes(key),
    )
    .map(([key, value]) => ({ name: nameOf(say, key), value: tellValue(say, locale, key, value) }))
    .filter(({ value }) => value !== "")
    .sort((a, b) => Number(b.name === say.details.before) - Number(a.name === say.details.before));
}

const nameOf = (say: AuditWords, key: string) => own(say.details, key) ?? asWords(key);

/** Numbers that name a thing, such as a year or a version, and count nothing. */
const names = new Set(["year", "meeting", "from", "to", "number", "version", "dispatch"]);

function tellValue(say: AuditWords, locale: Locale, key: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => tellValue(say, locale, key, each)).join(", ");
  if (typeof value === "boolean") return value ? say.yes : say.no;
  if (typeof value === "number") return names.has(key) ? String(value) : formatNumber(locale, value);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([, each]) => each !== null && each !== "")
      .map(([inner, each]) => `${nameOf(say, inner)} ${tellValue(say, locale, inner, each)}`)
      .join("; ");
  }
  const text = String(value);
  if (isUuid(text)) return text.slice(0, 8);
  if (isHash.test(text)) return `${text.slice(0, 12)}…`;
  if (isMoment.test(text)) return `${formatDate("en", text)}, ${formatTime("en", text)} UTC`;
  if (/^[a-z]+(?:[-_][a-z]+)*$|^[a-z]+(?:[A-Z][a-z]+)+$/.test(text))
    return own(say.values, text) ?? asWords(text);
  return text;
}
