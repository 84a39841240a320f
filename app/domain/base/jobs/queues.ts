/** Names of the job queues, with when a job of it appears by itself (cron, UTC; null: on a wake-up alone). */
export const queues = {
  /** Mail is waiting in `outbox`. */
  "send-mail": { cron: "* * * * *" },
  /** Forms that name an address, which wait until their answers are out. */
  "take-forms": { cron: "* * * * *" },
  /** Updates that are due to begin, under way, or to be wound down. */
  "send-updates": { cron: "* * * * *" },
  /** Earlier signers who are to be told of a new petition. */
  "tell-signers": { cron: "* * * * *" },
  /** Letters to the company: dispatches that are due to be drafted, to begin, or under way. */
  letters: { cron: "* * * * *" },
  /** Pending signers of 48 hours ago get their one reminder. */
  "remind-pending": { cron: "*/10 * * * *" },
  /** Totals of pledges of which enough have changed. */
  "publish-totals": { cron: "* * * * *" },
  /** Holders whose reminder is due get it. */
  "remind-holders": { cron: "* * * * *" },
  /** A date changed, or has aged: reminders are planned again. */
  "replan-reminders": { cron: "37 * * * *" },
  /** Confirmed letters that nobody compared with others yet. */
  "score-letters": { cron: "* * * * *" },
  /** Signatures that are new, or of whose kind many came: do they look like the work of a program? */
  "score-signatures": { cron: "* * * * *" },
  /** Round numbers of signatures that were reached. */
  "note-milestones": { cron: "* * * * *" },
  /** Pictures of shared links that are missing, or say something else by now. */
  "draw-share-images": { cron: "* * * * *" },
  /** Files of exports that are kept: to be made, and to be removed. */
  "make-exports": { cron: "* * * * *" },
  /** Lists that came from elsewhere: to be tried, taken in or undone. */
  "run-imports": { cron: "* * * * *" },
  /** Signatures nobody confirmed in 7 days go, with people who have nothing else here. */
  "purge-pending": { cron: "7 * * * *" },
  /** Ceremonies, sessions and invitations that ended. */
  "sweep-sign-in": { cron: "17 * * * *" },
  /** Names that are new or were changed are checked before they may be handed over. */
  "weed-names": { cron: "*/5 * * * *" },
  /** Campaigns closed so many months ago lose what is personal in them. */
  "erase-closed": { cron: "47 * * * *" },
  "seal-audit": { cron: "*/5 * * * *" },
  /** Counts again and reports what differs from the counters. */
  "check-counters": { cron: "23 3 * * *" },
  /** Sums by the hour of which the day is enough by now. */
  "fold-activity": { cron: "29 * * * *" },
} as const satisfies Record<string, { cron: string | null }>;

export type QueueName = keyof typeof queues;

export const queueNames = Object.keys(queues) as QueueName[];
