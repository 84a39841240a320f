// What an organizer waits for on the overview: its figures, by the page's own function.

const periods = [
  ["overview, 24 hours by the hour", { step: "hour", days: 1 }],
  ["overview, 7 days by the hour", { step: "hour", days: 7 }],
  ["overview, 28 days by the day", { step: "day", days: 28 }],
  ["overview, 90 days by the day", { step: "day", days: 90 }],
  ["overview, all by the day", { step: "day", days: null }],
];

/** Returns the overview's queries as of the history's end, with the milliseconds each must stay under. */
export async function overviewQueries({ stage, list: { db, owner, scope } }) {
  const { readDashboard } = await stage.load("app/domain/activity/read-dashboard.server.ts");
  const { readPublicSeries } = await stage.load("app/domain/activity/read-public-series.server.ts");
  const [{ last }] = await owner`select max(signed_at) as last from signatures`;
  const openAt = (period) =>
    readDashboard(db, scope.campaignId, { period, zone: "Europe/Berlin", small: false }, last);
  const series = () =>
    readPublicSeries(db, scope.campaignId, { of: "signatures", from: null, to: null }, last);
  return [
    ...periods.map(([name, period]) => ({ name, below: 100, times: 40, query: () => openAt(period) })),
    { name: "series that everyone may read", below: 20, query: series },
  ];
}
