import type { Dashboard } from "#app/domain/activity/read-dashboard.server.ts";

/** Figures of the overview that a token reads. A new figure of the overview is not among them. */
const given = [
  "asOf",
  "blocked",
  "zone",
  "goal",
  "series",
  "funnel",
  "mails",
  "sources",
  "visits",
  "sites",
  "hosts",
  "countries",
] as const satisfies readonly (keyof Dashboard)[];

const counted = [
  "signatures",
  "pending",
  "earlier",
  "imported",
  "onPaper",
  "pledges",
  "fundLetters",
  "letters",
  "companies",
] as const satisfies readonly (keyof Dashboard["counts"])[];

/** Picks what a token reads of the overview, by name. */
export const figuresOf = (board: Dashboard) => ({
  updates: board.marks,
  ...pick(board, given),
  counts: pick(board.counts, counted),
});

/** Leaves out what `from` lacks. */
const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]) =>
  Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]])) as Pick<T, K>;
