import type { Dashboard } from "#app/domain/upkeep/activity/read-dashboard.server.ts";

/** What the page gets of the figures. */
export type OverviewData = Dashboard;
