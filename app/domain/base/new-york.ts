/** The zone in which a company's meeting and deadlines are told. */
export const meetingZone = "America/New_York";

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: meetingZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
});

/** A moment as clocks in New York show it: `YYYY-MM-DD`, `HH:MM`, and `EST` or `EDT`. */
export function clockInNewYork(at: Date): { day: string; time: string; zone: string } {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    zone: part.timeZoneName ?? "",
  };
}
