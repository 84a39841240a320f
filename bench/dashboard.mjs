// What an organizer waits for who opens the overview: all of its figures, as the function that the page calls.

const periods = [
  ["overview, 24 hours by the hour", { step: "hour", days: 1 }],
  ["overview, 7 days by the hour", { step: "hour", days: 7 }],
  ["overview, 28 days by the day", { step: "day", days: 28 }],
  ["overview, 90 days by the day", { step: "day", days: 90 }],
  ["overview, all by the day", { step: "day", days: null }],
];

/** The queries of the overview, each with the milliseconds it must stay under: as of the end of the history. */
export async function overviewQueries({ stage, list: { db, owner, scope } }) {
  const { readDashboard } = await stage.load("app/domain/upkeep/activity/read-dashboard.server.ts");
  const { readOpenSeries } = await stage.load("app/domain/upkeep/activity/read-open-series.server.ts");
  const [{ last }] = await owner`select max(signed_at) as last from signatures`;
  const look = (period) =>
    readDashboard(db, scope.campaignId, { period, zone: "Europe/Berlin", small: false }, last);
  const series = () => readOpenSeries(db, scope.campaignId, { of: "signatures", from: null, to: null }, last);
  return [
    ...periods.map(([name, period]) => ({ name, below: 100, times: 40, query: () => look(period) })),
    { name: "series that everyone may read", below: 20, query: series },
  ];
}
