import type { MailCounts, MailState } from "#app/domain/outgoing/updates/update.ts";

/** The three groups of states; every state is in one of them. */
export const groups = {
  open: ["queued", "claimed"],
  handed: ["accepted", "delivered", "delayed", "bounced", "complained"],
  not: ["suppressed", "skipped", "failed", "unknown", "erased"],
} as const satisfies Record<string, readonly MailState[]>;
export type Group = keyof typeof groups;

/** Sums people by group, and in all. */
export function totalsOf(counts: MailCounts): Record<Group | "all", number> {
  const sum = (states: readonly MailState[]) => states.reduce((n, state) => n + counts[state], 0);
  const [open, handed, not] = [sum(groups.open), sum(groups.handed), sum(groups.not)];
  return { open, handed, not, all: open + handed + not };
}
