import { periods } from "#app/domain/base/periods.ts";
import { hiddenByReports } from "#app/domain/moderation/moderation.ts";
import { createTally } from "#app/lib/window-counter.ts";
import { addressBlock } from "./client-address.ts";

const forms = periods.formMinutes * 60;

/**
 * How often one client may do a thing, `duration` in seconds. An office of 80 or a university sharing one
 * address signs undisturbed; limits on emails to an address are the domain's own.
 */
const allowances = {
  /** Far more than a mobile network's customers send from one address: beyond it, signatures are refused. */
  sign: { points: 3000, duration: forms },
  /** Beyond it a signature needs a proof of work first (app/domain/review/scoring/score.ts). */
  often: { points: 300, duration: forms },
  /** Per network: beyond it, a signature needs one during an attack on the campaign. */
  crowded: { points: 20, duration: forms },
  /** Pledges and letters, by address and by network: beyond these they are refused. */
  form: { points: 300, duration: forms },
  formNetwork: { points: 600, duration: forms },
  /** Beyond these, by address and by campaign, they need a proof of work. */
  oftenForm: { points: 150, duration: forms },
  campaignForm: { points: 1000, duration: forms },
  /** Those that need one and come without, by network and by campaign: beyond these they are refused. */
  unproved: { points: 10, duration: forms },
  unprovedAll: { points: 100, duration: forms },
  mail: { points: 60, duration: forms },
  token: { points: 300, duration: forms },
  signIn: { points: 120, duration: forms },
  /** Per browser that has signed in before, when others in its network have used up `signIn`. */
  knownBrowser: { points: 30, duration: forms },
  /** Each may lay out a PDF, which takes 0.2 s of the process. */
  coFile: { points: 30, duration: forms },
  find: { points: 120, duration: forms },
  /** Uncached answers to other programs. */
  api: { points: 300, duration: 60 },
  /** Per token, from all addresses. */
  apiToken: { points: 300, duration: 60 },
  /** Tokens that are not valid. */
  apiWrong: { points: 60, duration: forms },
  report: { points: 30, duration: 3600 },
  /** Reports of one letter: more of them add nothing. */
  reportOne: { points: 1, duration: periods.reportHours * 3600 },
  /** The same per network, and networks per letter: only beyond these do readers hide it. */
  reportNetwork: { points: 1, duration: periods.reportHours * 3600 },
  reportedBy: { points: hiddenByReports - 1, duration: periods.reportHours * 3600 },
} as const;

export type RateLimit = keyof typeof allowances;

/** Spends one try (`about`: at one thing); answers 0 when allowed, else the seconds to wait. */
export type RateLimits = {
  spend: (limit: RateLimit, clientAddress: string, about?: string) => Promise<number>;
};

const sweepEvery = 60_000;

/**
 * Limits counted in this process's memory: no address is stored on disk, and a restart forgets all
 * (docs/decisions/0009-limits-in-memory.md).
 */
export function createRateLimits(): RateLimits {
  const tallies = Object.fromEntries(
    Object.entries(allowances).map(([name, { duration }]) => [name, createTally(duration * 1000)]),
  ) as Record<RateLimit, ReturnType<typeof createTally>>;
  setInterval(() => {
    for (const tally of Object.values(tallies)) tally.forgetEnded(Date.now());
  }, sweepEvery).unref();

  return {
    spend: async (limit, clientAddress, about = "") => {
      const now = Date.now();
      const { count, until } = tallies[limit].add(addressBlock(clientAddress) + about, now);
      return count <= allowances[limit].points ? 0 : Math.max(1, Math.ceil((until - now) / 1000));
    },
  };
}
