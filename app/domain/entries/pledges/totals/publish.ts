import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";

/** A figure of one group. `of`: its holders. Sums are decimal strings; `max` only for ranges. */
export type Figure = { of: number; sum: string; max: string | null };

/** Figures by `split:cell:measure`. */
export type Figures = Readonly<Record<string, Figure>>;

/** Figures as last published, and which of them are shown. */
export type Published = { figures: Figures; shown: readonly string[] };

/** Which pledges, by series, changed each figure since it was last published. */
export type Changes = ReadonlyMap<string, ReadonlySet<string>>;

/** A figure's siblings: the same split by the same measure. */
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

/** What the parts of a split add up to, except holders in none of them. */
const wholeOf = (split: string) => wholes[split] ?? `all:all:${split.split(":")[1]}`;

const wholes: Partial<Record<string, string>> = {
  "voted:outcome": "voted-all:all:outcome",
  "fund-letter:outcome": "fund-letter-all:all:outcome",
};

/**
 * Selects the figures that may be published now, of those that would be shown (`seen`). A figure moves only
 * when at least five pledges changed it. Parts of a split move only when the whole moves with them or is up
 * to date, and only when those who changed parts that stay behind are none or at least five, and so are those
 * who moved what is left of the whole without the moving parts: else it would tell of one.
 */
export function publishable(
  changes: Changes,
  seen: ReadonlySet<string> = new Set(changes.keys()),
): Set<string> {
  const chosen = new Set<string>();
  for (const [split, figures] of groupBy(changes.keys())) {
    const whole = changes.get(wholeOf(split)) ?? new Set<string>();
    if (figures.includes(wholeOf(split))) {
      if (whole.size >= groupAtLeast && seen.has(wholeOf(split))) chosen.add(wholeOf(split));
    } else if (isCrowd(whole)) {
      const parts = figures.filter((figure) => seen.has(figure));
      for (const figure of choose(parts, { changes, whole })) chosen.add(figure);
    }
  }
  return chosen;
}

const isCrowd = (series: ReadonlySet<string>) => series.size === 0 || series.size >= groupAtLeast;

type Choice = { changes: Changes; whole: ReadonlySet<string> };

/** The parts of a split that may move, if the whole moves by the pledges `whole`. */
function choose(parts: readonly string[], { changes, whole }: Choice): string[] {
  const changed = (figure: string) => [...(changes.get(figure) ?? [])];
  const moving = parts
    .filter((figure) => changed(figure).length >= groupAtLeast)
    .sort((a, b) => changed(b).length - changed(a).length || (a < b ? -1 : 1));
  while (moving.length > 0) {
    // A pledge that moved between two parts that stay behind may not change their sum.
    const behind = parts.filter((figure) => !moving.includes(figure)).flatMap(changed);
    const surely = behind.filter((series) => behind.indexOf(series) === behind.lastIndexOf(series));
    const moved = new Set(moving.flatMap(changed));
    const left = new Set([
      ...[...whole].filter((series) => !moved.has(series)),
      ...[...moved].filter((series) => !whole.has(series)),
    ]);
    if ((behind.length === 0 || surely.length >= groupAtLeast) && isCrowd(left)) break;
    moving.pop();
  }
  return moving;
}

/**
 * Returns what is published after these changes, and what of it is shown. What was hidden is shown only once
 * it moves; what may no longer be shown goes once five pledges changed it, or when anything else moves.
 */
export function publishNext(before: Published, live: Figures, changes: Changes) {
  const changedByMany = new Set(
    [...changes].filter(([, series]) => series.size >= groupAtLeast).map(([figure]) => figure),
  );
  const known = (figure: string) => before.shown.includes(figure);
  const most = visible(publish(before.figures, live, new Set(changes.keys())), live);
  let seen = new Set([...most].filter((figure) => known(figure) || changedByMany.has(figure)));
  for (;;) {
    const going = before.shown.filter((figure) => !seen.has(figure) && changedByMany.has(figure));
    const moving = new Set([...publishable(changes, seen), ...going]);
    const figures = publish(before.figures, live, moving);
    const could = visible(figures, live);
    const published = [...seen].filter(
      (figure) => could.has(figure) && (known(figure) || moving.has(figure)),
    );
    const lost = [...moving].filter((figure) => seen.has(figure) && !could.has(figure));
    if (lost.length === 0) return { moving, figures, shown: published };
    seen = new Set([...seen].filter((figure) => !lost.includes(figure)));
  }
}

/** The published figures with those moved that may move. Removes groups that are gone. */
function publish(published: Figures, live: Figures, moving: ReadonlySet<string>): Figures {
  const next: Record<string, Figure> = { ...published };
  for (const figure of moving) {
    const now = live[figure];
    if (now && now.of > 0) next[figure] = now;
    else delete next[figure];
  }
  return next;
}

/**
 * Lists the published figures that may be shown: of groups of five and more, published and live. Where those
 * in no shown part of a split are fewer than five together, hides the smallest shown part with them, since
 * the whole would tell the rest.
 */
export function visible(published: Figures, live: Figures): Set<string> {
  const of = (figure: string) => live[figure]?.of ?? 0;
  const visibleFigures = new Set(
    Object.keys(published).filter(
      (figure) => (published[figure]?.of ?? 0) >= groupAtLeast && of(figure) >= groupAtLeast,
    ),
  );
  for (const [split, figures] of groupBy(Object.keys(live))) {
    if (figures.includes(wholeOf(split)) || split.startsWith("fund:")) continue;
    const largestFirst = figures.filter((figure) => visibleFigures.has(figure)).sort((a, b) => of(b) - of(a));
    const tellsOfFew = (numbers: Figures) => {
      const sum = (some: readonly string[]) =>
        some.reduce((all, figure) => all + (numbers[figure]?.of ?? 0), 0);
      const rest = Math.max(numbers[wholeOf(split)]?.of ?? 0, sum(figures)) - sum(largestFirst);
      return rest > 0 && rest < groupAtLeast;
    };
    while (tellsOfFew(live) || tellsOfFew(published)) {
      const smallest = largestFirst.pop();
      if (smallest === undefined) break;
      visibleFigures.delete(smallest);
    }
  }
  return visibleFigures;
}
