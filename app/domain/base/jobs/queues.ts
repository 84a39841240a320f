/** Names of the job queues, with when a job is created on its own (cron, UTC; null: only by a wake-up). */
export const queues = {
  /** Emails wait in `outbox`. */
  "send-mail": { cron: "* * * * *" },
  /** Forms that name an address, stored once their answers are sent. */
  "take-forms": { cron: "* * * * *" },
  /** Emails sent by SMTP that came back to a mailbox. */
  "read-bounces": { cron: "*/2 * * * *" },
  /** Updates to start, continue or wind down. */
  "send-updates": { cron: "* * * * *" },
  /** Earlier signers to notify of a new petition. */
  "tell-signers": { cron: "* * * * *" },
  /** Dispatches to draft, start or continue. */
  letters: { cron: "* * * * *" },
  /** Reminds pending signers once, after 48 hours. */
  "remind-pending": { cron: "*/10 * * * *" },
  /** Totals of pledges that changed enough to be published. */
  "publish-totals": { cron: "* * * * *" },
  "remind-holders": { cron: "* * * * *" },
  /** A date changed, or needs checking again: plans reminders again. */
  "replan-reminders": { cron: "37 * * * *" },
  /** Compares new confirmed letters with others. */
  "score-letters": { cron: "* * * * *" },
  /** Scores signatures that are new or belong to a group that grew: are they made by a program? */
  "score-signatures": { cron: "* * * * *" },
  /** Milestones of signatures that were reached. */
  "note-milestones": { cron: "* * * * *" },
  /** Share images that are missing or outdated. */
  "draw-share-images": { cron: "* * * * *" },
  /** Files of exports to make or delete. */
  "make-exports": { cron: "* * * * *" },
  /** Imports: dry runs, runs and undos. */
  "run-imports": { cron: "* * * * *" },
  /** Deletes signatures unconfirmed for 7 days, and people of whom nothing else is stored. */
  "purge-pending": { cron: "7 * * * *" },
  /** Deletes expired ceremonies, sessions and invitations. */
  "sweep-sign-in": { cron: "17 * * * *" },
  /** Screens names that are new or changed, before any handover. */
  "weed-names": { cron: "*/5 * * * *" },
  /** Compares the database with the erasure log: did it go back in time? */
  "check-erasures": { cron: "* * * * *" },
  /** Erases personal data of campaigns closed long enough ago. */
  "erase-closed": { cron: "47 * * * *" },
  "seal-audit": { cron: "*/5 * * * *" },
  /** Recounts, and reports counters that differ. */
  "check-counters": { cron: "23 3 * * *" },
  /** Sums up hourly activity by day. */
  "fold-activity": { cron: "29 * * * *" },
} as const satisfies Record<string, { cron: string | null }>;

export type QueueName = keyof typeof queues;

export const queueNames = Object.keys(queues) as QueueName[];
