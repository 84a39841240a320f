import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";

/** A figure of one group. `of`: its pledges. Sums are decimal strings; `max` only for ranges. */
export type Figure = { of: number; sum: string; max: string | null };

/** Figures by `split:cell:measure`. */
export type Figures = Readonly<Record<string, Figure>>;

/** What one person adds to a figure, in all their pledges. `max`: the upper bounds of ranges. */
export type Part = { of: number; sum: bigint; max: bigint };

/** The persons of a figure, and what each adds. */
export type Holders = ReadonlyMap<string, Part>;

/** Holders by figure. */
export type HoldersByFigure = Readonly<Record<string, Holders>>;

/** Stands for all whom no pledge names, such as the erased. It counts as no person. */
export const nobody = "nobody";

/** The groups of figures as last published, and which figures are shown. */
export type Published = { groups: HoldersByFigure; shown: readonly string[] };

/** Adds groups up, or takes them off, without those who then add nothing. */
export function sumOf(added: readonly Holders[], removed: readonly Holders[] = []): Holders {
  const sum = new Map<string, Part>();
  for (const [groups, sign] of [
    [added, 1],
    [removed, -1],
  ] as const)
    for (const group of groups)
      for (const [person, part] of group) {
        const { of, sum: shares, max } = sum.get(person) ?? none;
        const by = BigInt(sign);
        sum.set(person, { of: of + sign * part.of, sum: shares + by * part.sum, max: max + by * part.max });
      }
  for (const [person, { of, sum: shares, max }] of sum)
    if (of === 0 && shares === 0n && max === 0n) sum.delete(person);
  return sum;
}

const none: Part = { of: 0, sum: 0n, max: 0n };
const empty: Holders = new Map();

const personsIn = (group: Holders) => group.size - (group.has(nobody) ? 1 : 0);

/**
 * True for five persons and more of whom none is more than half of anything. Who would rather not say gives
 * no range: of a sum of ranges, five others are needed.
 */
export function isCrowd(group: Holders): boolean {
  if (personsIn(group) < groupAtLeast) return false;
  const givers = [...group].filter(([person, { max }]) => person !== nobody && max !== 0n).length;
  if (givers > 0 && givers < groupAtLeast) return false;
  return (["of", "sum", "max"] as const).every((measure) => {
    const parts = [...group.values()].map((part) => size(BigInt(part[measure])));
    const all = parts.reduce((sum, part) => sum + part, 0n);
    return parts.every((part) => 2n * part <= all);
  });
}

const size = (part: bigint) => (part < 0n ? -part : part);

const tellsOfNone = (group: Holders) => group.size === 0 || isCrowd(group);

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

/**
 * What the parts of a split add up to, except holders in none of them. Fund holders are in no other whole.
 */
const wholeOf = (split: string) => wholes[split] ?? `all:all:${split.split(":")[1]}`;

const wholes: Partial<Record<string, string>> = {
  "fund:holders": "fund:fund:holders",
  "voted-all:outcome": "voted-all:all:outcome",
  "voted:outcome": "voted-all:all:outcome",
  "fund-letter-all:outcome": "fund-letter-all:all:outcome",
  "fund-letter:outcome": "fund-letter-all:all:outcome",
};

type Limits = {
  /** Figures that would be shown. */
  seen?: ReadonlySet<string>;
  /** Of those, which may not move. */
  staying?: ReadonlySet<string>;
};

/**
 * Selects the figures that may be published now. A figure moves only when a crowd changed it. Parts of a
 * split move only when the whole moves with them or is up to date, and only when those who changed parts that
 * stay behind are nobody or a crowd, and so are those who moved what is left of the whole without the moving
 * parts: else it would tell of one.
 */
export function publishable(
  changes: HoldersByFigure,
  { seen = new Set(Object.keys(changes)), staying = new Set() }: Limits = {},
): Set<string> {
  const chosen = new Set<string>();
  for (const [split, figures] of groupBy(Object.keys(changes))) {
    const name = wholeOf(split);
    const whole = changes[name] ?? empty;
    const moves = isCrowd(whole) && seen.has(name) && !staying.has(name);
    if (figures.includes(name)) {
      if (moves) chosen.add(name);
    } else if (whole.size === 0 || moves || (isCrowd(whole) && !seen.has(name))) {
      const parts = figures.filter((figure) => seen.has(figure));
      for (const figure of choose(parts, { changes, whole, staying })) chosen.add(figure);
    }
  }
  return chosen;
}

type Choice = { changes: HoldersByFigure; whole: Holders; staying: ReadonlySet<string> };

/** The parts of a split that may move, if the whole moves by `whole`. */
function choose(parts: readonly string[], { changes, whole, staying }: Choice): string[] {
  const changed = (figure: string) => changes[figure] ?? empty;
  const moving = parts
    .filter((figure) => isCrowd(changed(figure)) && !staying.has(figure))
    .sort((a, b) => changed(b).size - changed(a).size || (a < b ? -1 : 1));
  while (moving.length > 0) {
    const behind = sumOf(parts.filter((figure) => !moving.includes(figure)).map(changed));
    const left = sumOf([whole], moving.map(changed));
    if (tellsOfNone(behind) && tellsOfNone(left)) break;
    moving.pop();
  }
  return moving;
}

/**
 * Returns what is published now, what of it is shown, and which figures moved; null while nothing changes.
 * What was hidden is shown only once it moves, by a crowd since it was last seen. What may no longer be shown
 * for lack of persons is hidden once five changed it, or when anything else moves; a figure of which somebody
 * would be most stays as it was: that it goes would tell that somebody came.
 */
export function publishNext(before: Published, live: HoldersByFigure) {
  const names = new Set([...Object.keys(before.groups), ...Object.keys(live)]);
  const changes: Record<string, Holders> = {};
  for (const name of names) {
    const change = sumOf([live[name] ?? empty], [before.groups[name] ?? empty]);
    if (change.size > 0) changes[name] = change;
  }
  const changedByMany = (figure: string) => personsIn(changes[figure] ?? empty) >= groupAtLeast;
  const known = (figure: string) => before.shown.includes(figure);
  const largeEnough = visible(live, live, { isLarge: (group) => personsIn(group) >= groupAtLeast });
  const crowds = visible(live, live);
  const seen = new Set([
    ...[...largeEnough].filter(known),
    ...[...crowds].filter((figure) => known(figure) || changedByMany(figure)),
  ]);
  const going = before.shown.filter((figure) => !seen.has(figure) && changedByMany(figure));
  const staying = new Set<string>();
  for (;;) {
    const moving = publishable(changes, { seen, staying });
    const groups = publish(before.groups, live, moving);
    const among = new Set([...seen].filter((figure) => known(figure) || moving.has(figure)));
    const could = visible(groups, live, { among });
    const lost = [...moving].filter((figure) => !could.has(figure));
    if (lost.length === 0)
      return moving.size + going.length > 0 ? { moving, groups, shown: [...could] } : null;
    for (const figure of lost) {
      if (known(figure) && !staying.has(figure)) staying.add(figure);
      else seen.delete(figure);
    }
  }
}

/** The published groups with those moved that may move. */
function publish(
  published: HoldersByFigure,
  live: HoldersByFigure,
  moving: ReadonlySet<string>,
): HoldersByFigure {
  const next: Record<string, Holders> = { ...published };
  for (const figure of moving) next[figure] = live[figure] ?? empty;
  return next;
}

type Look = { among?: ReadonlySet<string>; isLarge?: (group: Holders) => boolean };

/**
 * Lists the published figures `among` which may be shown: of groups that are crowds, and that still have
 * five persons. Where those in no shown part of a split are no crowd together, hides the smallest shown part
 * with them, since the whole would tell the rest.
 */
export function visible(
  published: HoldersByFigure,
  live: HoldersByFigure,
  { among = new Set(Object.keys(published)), isLarge = isCrowd }: Look = {},
): Set<string> {
  const persons = (figure: string) => personsIn(live[figure] ?? empty);
  const visibleFigures = new Set(
    [...among].filter((figure) => isLarge(published[figure] ?? empty) && persons(figure) >= groupAtLeast),
  );
  for (const [split, figures] of groupBy(new Set([...Object.keys(live), ...Object.keys(published)]))) {
    const whole = wholeOf(split);
    if (figures.includes(whole)) continue;
    const largestFirst = figures
      .filter((figure) => visibleFigures.has(figure))
      .sort((a, b) => persons(b) - persons(a));
    const rest = (groups: HoldersByFigure) => {
      const of = (some: readonly string[]) => some.map((figure) => groups[figure] ?? empty);
      return sumOf(groups[whole] ? [groups[whole]] : of(figures), of(largestFirst));
    };
    const tellsOfFew = () => {
      const [now, then] = [rest(live), rest(published)];
      return (now.size > 0 && personsIn(now) < groupAtLeast) || (then.size > 0 && !isLarge(then));
    };
    while (tellsOfFew()) {
      const smallest = largestFirst.pop();
      if (smallest === undefined) break;
      visibleFigures.delete(smallest);
    }
  }
  return visibleFigures;
}
