import type { Dashboard } from "#app/domain/activity/read-dashboard.server.ts";

/** The figures that the page gets. */
export type OverviewData = Dashboard;
