type Moving = { waiting: number; oldest: number | null; perMinute: number };

/** Seconds over which the rate is measured: a lane that waits longer had work all that time. */
const measuredSeconds = 300;

/**
 * Tells in how many seconds a lane is empty if nothing is added; null while none waits. Those `before` it
 * leave first. Where emails waited all the time that was measured, the rate is what was handed over in it;
 * else it is at least the calls that the provider allows, one email each. `not-moving`: nothing was handed
 * over of it, and nothing goes first; or nothing at all.
 */
export function untilEmpty(
  lane: Moving,
  before: readonly Moving[],
  { all, calls }: { all: readonly Moving[]; calls: number },
): number | null | "not-moving" {
  if (lane.waiting === 0) return null;
  const queued = [...before, lane];
  const oldest = Math.max(...queued.map(({ oldest }) => oldest ?? 0));
  const measured = all.reduce((sum, { perMinute }) => sum + perMinute, 0) / 60;
  const isFirst = before.every(({ waiting }) => waiting === 0);
  const stands = isFirst && lane.perMinute === 0 && (lane.oldest ?? 0) > measuredSeconds;
  const perSecond = oldest > measuredSeconds ? measured : Math.max(measured, calls);
  if (stands || perSecond === 0) return "not-moving";
  return queued.reduce((sum, { waiting }) => sum + waiting, 0) / perSecond;
}
