import type { Fate } from "#app/mail/mail-event.ts";

/**
 * What can happen to an email after it was handed over, weakest first. The strongest event wins, in any
 * order, and is the email's state; soft and hard bounces share one state and differ in their problem.
 *
 * - `accepted`, `delayed`: it is on its way.
 * - `failed`, `suppressed`: the provider did not send it, after an error or because the address is on its own
 *   list. Any event of the receiver's server is stronger, since it proves that something was sent.
 * - `delivered`: the receiver's server took it. It may still bounce.
 * - `soft-bounce`, `hard-bounce`: it came back, for now or because the address does not exist.
 * - `complained`: the receiver marked it as spam, so it had arrived.
 */
export const fates = [
  "accepted",
  "delayed",
  "failed",
  "suppressed",
  "delivered",
  "soft-bounce",
  "hard-bounce",
  "complained",
] as const satisfies readonly Fate[];
