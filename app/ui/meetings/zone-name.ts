/** Returns the English name of a time zone without "time": "Eastern", "Japan". */
export function zoneName(zone: string): string {
  const options = { timeZone: zone, timeZoneName: "longGeneric" } as const;
  const parts = new Intl.DateTimeFormat("en", options).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value.replace(/ Time$/, "") ?? zone;
}
