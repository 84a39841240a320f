import type { Acts } from "#app/domain/access/acts.ts";

const files = import.meta.glob("../../app/domain/**/acts.server.ts", { eager: true }) as Record<
  string,
  Record<string, Acts>
>;

/** Every table of acts, by its name. */
export const tablesOfActs: Record<string, Acts> = Object.assign({}, ...Object.values(files));
