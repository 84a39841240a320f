const formats = new Map<string, Intl.DateTimeFormat>();

/** Cached: Intl takes far longer to make a format than to use it. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  formats.set(zone, format);
  return format;
}

/** Shows a moment in a zone: `YYYY-MM-DD`, `HH:MM`, and the zone's short name (`EST`, `GMT+9`). */
export function clockInZone(zone: string, at: Date): { day: string; time: string; zone: string } {
  const part = Object.fromEntries(
    formatIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    zone: part.timeZoneName ?? "",
  };
}

/** Writes the day in a zone as `YYYY-MM-DD`. */
export const dayInZone = (zone: string, at: Date): string => clockInZone(zone, at).day;

/** Returns the latest day anywhere: at UTC+14 it may already be tomorrow. */
export const latestDay = (at: Date): string => dayInZone("Pacific/Kiritimati", at);
