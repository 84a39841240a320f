import type { Refusal } from "#app/domain/upkeep/refusals/refusal.ts";

export type RefusalNotes = {
  note(refusal: Omit<Refusal, "n">): void;
  /** Returns all notes and clears them. */
  take(): Refusal[];
  /** Restores notes that could not be stored. */
  keep(refusals: readonly Refusal[]): void;
};

/** Distinct refusals that are told apart between two calls of `take`: of strangers, and of organizers. */
const listedApartAtMost = { unknown: 40, organizers: 100 };

const keyOf = ({ why, organizerId, campaign, page, network }: Omit<Refusal, "n">) =>
  JSON.stringify([why, organizerId, campaign, page, network]);

/**
 * Notes who was refused what, as sums in memory that are stored every few seconds: no answer waits for it, so
 * response times reveal nothing, and a flood of tries writes only a row for each kind. Beyond these limits,
 * pages and networks are added together; the organizer is always told apart, so a flood by strangers hides no
 * organizer's refusals.
 */
export function createRefusalNotes(): RefusalNotes {
  let sums = new Map<string, Refusal>();
  let apart = { unknown: 0, organizers: 0 };

  const add = (refusal: Refusal) => {
    const { n, ...what } = refusal;
    const { why, organizerId, campaign } = what;
    const whose = organizerId === null ? "unknown" : "organizers";
    // Strangers' text is not told apart either: a campaign named in an address.
    const rest = { why, organizerId, campaign: typeof campaign === "number" ? campaign : null };
    const isApart = sums.has(keyOf(what)) || apart[whose] < listedApartAtMost[whose];
    const counted = isApart ? what : { ...rest, page: null, network: null };
    const sum = sums.get(keyOf(counted));
    if (sum) sum.n += n;
    else {
      if (isApart) apart[whose] += 1;
      sums.set(keyOf(counted), { ...counted, n });
    }
  };

  return {
    note: ({ why, organizerId, campaign, page, network }) =>
      add({ why, organizerId, campaign, page, network, n: 1 }),
    take() {
      const taken = [...sums.values()];
      sums = new Map();
      apart = { unknown: 0, organizers: 0 };
      return taken;
    },
    keep: (refusals) => refusals.forEach(add),
  };
}
