import { groupAtLeast } from "./pledge.ts";

/** A figure of one group. `of`: how many holders it is about. Sums are decimal strings; `max` of ranges alone. */
export type Figure = { of: number; sum: string; max: string | null };

/** Figures by `split:cell:measure`. */
export type Figures = Readonly<Record<string, Figure>>;

/** Which pledges, by series, changed a figure since it was last published. */
export type Changes = ReadonlyMap<string, ReadonlySet<string>>;

/** What a figure is one part of: the same split by the same measure. */
const splitOf = (figure: string) => {
  const [split, , measure] = figure.split(":");
  return `${split}:${measure}`;
};

function groupBy(figures: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const figure of figures) {
    const split = splitOf(figure);
    groups.set(split, [...(groups.get(split) ?? []), figure]);
  }
  return groups;
}

/**
 * The figures that may be published now, of all that there are. Within each split and measure a figure moves only
 * when at least five pledges changed it, and only when those who changed figures that stay behind are none or at
 * least five: else what moved, taken from the whole, would tell of one who did not.
 */
export function publishable(changes: Changes): Set<string> {
  const chosen = new Set<string>();
  for (const figures of groupBy(changes.keys()).values())
    for (const figure of choose(figures, changes)) chosen.add(figure);
  return chosen;
}

function choose(figures: readonly string[], changes: Changes): string[] {
  const changed = (figure: string) => changes.get(figure) ?? new Set<string>();
  const moving = figures
    .filter((figure) => changed(figure).size >= groupAtLeast)
    .sort((a, b) => changed(b).size - changed(a).size || (a < b ? -1 : 1));
  while (moving.length > 0) {
    const behind = new Set(
      figures.filter((figure) => !moving.includes(figure)).flatMap((figure) => [...changed(figure)]),
    );
    if (behind.size === 0 || behind.size >= groupAtLeast) break;
    moving.pop();
  }
  return moving;
}

/** The published figures after the ones that may move have moved. A group that is gone goes from them as well. */
export function publish(published: Figures, live: Figures, moving: ReadonlySet<string>): Figures {
  const next: Record<string, Figure> = { ...published };
  for (const figure of moving) {
    const now = live[figure];
    if (now && now.of > 0) next[figure] = now;
    else delete next[figure];
  }
  return next;
}

/**
 * The names of the published figures that may be shown: of groups of five and more, published and live. Where
 * those that are hidden in a split are fewer than five holders together, the smallest that is shown is hidden with
 * them, since the whole would tell the rest.
 */
export function visible(published: Figures, live: Figures): Set<string> {
  const of = (figure: string) => live[figure]?.of ?? 0;
  const shown = new Set(
    Object.keys(published).filter(
      (figure) => (published[figure]?.of ?? 0) >= groupAtLeast && of(figure) >= groupAtLeast,
    ),
  );
  for (const figures of groupBy(Object.keys(live)).values()) {
    const largestFirst = figures.filter((figure) => shown.has(figure)).sort((a, b) => of(b) - of(a));
    const hiddenHolders = () =>
      figures.filter((figure) => !shown.has(figure)).reduce((sum, figure) => sum + of(figure), 0);
    while (hiddenHolders() > 0 && hiddenHolders() < groupAtLeast) {
      const smallest = largestFirst.pop();
      if (smallest === undefined) break;
      shown.delete(smallest);
    }
  }
  return shown;
}
