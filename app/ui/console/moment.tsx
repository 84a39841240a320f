/** Writes a moment for the console, in UTC: 2026-11-24 14:08; with `seconds`, 2026-11-24 14:08:40. */
export const writeMoment = (at: string | Date, { seconds = false } = {}) =>
  new Date(at)
    .toISOString()
    .slice(0, seconds ? 19 : 16)
    .replace("T", " ");

/** Shows a UTC moment, machine-readable too. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{writeMoment(at)}</time>;
}
