/** Whole shares of each pledge in force, by series: all, and by split and cell. */
export type Truth = Map<string, Map<string, bigint>>;

/**
 * Watches published sums, by `split:cell`, and compares them again and again. It knows the truth as well, and
 * so of how many pledges each thing it reads tells, and whether one is more than half of it: a sum, what it
 * moves by, and what is left of the whole where the parts of a split are taken off. A pledge that changed and
 * changed back in between counts as one that changed.
 */
export function aWatcher() {
  const truths: Truth[] = [new Map()];
  /** The step whose true value a sum shows. */
  const seen = new Map<string, { sum: string; step: number }>();
  const moves: string[] = [];
  const leaks: string[] = [];

  const at = (cell: string, step: number) => truths[step]?.get(cell) ?? new Map<string, bigint>();
  const touched = (cell: string, from: number, to: number) => {
    const series = new Set<string>();
    for (let step = Math.min(from, to); step < Math.max(from, to); step++)
      for (const one of differing(at(cell, step), at(cell, step + 1))) series.add(one);
    return series;
  };
  const judge = (what: string, parts: Map<string, bigint>, among: Set<string>) => {
    const crowd = new Set([...parts.keys(), ...among]).size;
    if (parts.size > 0 && crowd < 5) leaks.push(`step ${truths.length - 1}: ${what} tells of ${parts.size}`);
    const sizes = [...parts.values()].map((part) => (part < 0n ? -part : part));
    const all = sizes.reduce((sum, part) => sum + part, 0n);
    if (sizes.some((part) => 2n * part > all))
      leaks.push(`step ${truths.length - 1}: one is most of what ${what} tells`);
  };
  /** Pledges that changed a figure between two steps and contribute the same again. */
  const backAgain = (cell: string, from: number, to: number) => {
    const net = differing(at(cell, from), at(cell, to));
    return [...touched(cell, from, to)].filter((series) => !net.has(series));
  };

  return {
    leaks,
    moves,
    look(view: ReadonlyMap<string, string>, truth: Truth): void {
      truths.push(truth);
      for (const [cell, sum] of view) {
        const before = seen.get(cell);
        if (before?.sum === sum) continue;
        const from = before?.step ?? 0;
        const step = truths.findLastIndex((truth) => `${total(truth.get(cell) ?? new Map())}` === sum);
        if (step < from) leaks.push(`${cell} is ${sum}, and never was`);
        judge(`${cell}, moved,`, restOf(at(cell, step), [...at(cell, from)]), touched(cell, from, step));
        judge(cell, at(cell, step), new Set());
        seen.set(cell, { sum, step });
        moves.push(cell);
      }
      const whole = seen.get("all:all");
      if (!whole || !view.has("all:all")) return;
      for (const split of new Set([...view.keys()].map((cell) => cell.split(":")[0] ?? ""))) {
        if (split === "all") continue;
        const parts = [...view.keys()].filter((cell) => cell.startsWith(`${split}:`));
        const stepOf = (cell: string) => seen.get(cell)?.step ?? 0;
        const rest = restOf(
          at("all:all", whole.step),
          parts.flatMap((cell) => [...at(cell, stepOf(cell))]),
        );
        const stale = parts.flatMap((cell) =>
          [cell, "all:all"].flatMap((one) => backAgain(one, stepOf(cell), whole.step)),
        );
        judge(`the rest of ${split}`, rest, new Set(stale));
      }
    },
  };
}

const total = (parts: Map<string, bigint>) => [...parts.values()].reduce((sum, part) => sum + part, 0n);

function differing(one: Map<string, bigint>, other: Map<string, bigint>): Set<string> {
  const series = new Set([...one.keys(), ...other.keys()]);
  return new Set([...series].filter((key) => (one.get(key) ?? 0n) !== (other.get(key) ?? 0n)));
}

/** By series, what only the whole or only the parts contain. */
function restOf(whole: Map<string, bigint>, parts: [string, bigint][]): Map<string, bigint> {
  const rest = new Map(whole);
  for (const [series, shares] of parts) rest.set(series, (rest.get(series) ?? 0n) - shares);
  return new Map([...rest].filter(([, shares]) => shares !== 0n));
}
