import { useRouteLoaderData } from "#app/ui/remix.ts";

/** What the law of a campaign's company decides in its console: the rule for proposals, and a record date. */
export type Law = { rule: string | null; recordDate: boolean };

/** Returns the law of the company that the console's campaign is about. */
export const useLaw = (): Law =>
  useRouteLoaderData<{ law: Law }>("console/campaign/frame")?.law ?? { rule: null, recordDate: false };
