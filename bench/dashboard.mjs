// What an organizer waits for who opens the overview: all of its figures, as the function that the page calls.

const day = 86_400_000;
const periods = [
  ["overview, 24 hours by the hour", { step: "hour", days: 1 }],
  ["overview, 28 days by the day", { step: "day", days: 28 }],
  ["overview, 90 days by the day", { step: "day", days: 90 }],
  ["overview, all by the day", { step: "day", days: null }],
];

/** The queries of the overview, each with the milliseconds it must stay under: as of the end of the list. */
export async function overviewQueries({ stage, list }) {
  const { readDashboard } = await stage.load("app/domain/activity/read-dashboard.server.ts");
  const { readOpenSeries } = await stage.load("app/domain/activity/read-open-series.server.ts");
  const { db, owner, scope } = list;
  const [{ last }] = await owner`select max(hour) as last from activity_hours where measure = 'joined'`;
  const now = new Date(last.getTime() + day / 24);
  const look = (period) =>
    readDashboard(db, scope.campaignId, { period, zone: "Europe/Berlin", small: false }, now);
  return [
    ...periods.map(([name, period]) => [name, 100, () => look(period)]),
    [
      "series that everyone may read",
      100,
      () => readOpenSeries(db, scope.campaignId, { of: "signatures", from: null, to: null }, now),
    ],
  ];
}
