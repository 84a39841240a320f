import type { DbOrTx } from "#db/index.ts";
import { auditEntries } from "#db/schema/index.ts";

/** Who acted: an organizer by their id, or one of the three that have none. */
export type Actor = `organizer:${string}` | "operator" | "supporter" | "system";

/** What happened, in the words of the log. A new deed is a new word here. */
export type AuditAction =
  | "organizer-invited"
  | "organizer-joined"
  | "organizer-signed-in"
  | "organizer-rights-changed"
  | "organizer-removed"
  | "invitation-revoked"
  | "invitation-renewed"
  | "second-factor-added"
  | "second-factor-removed"
  | "second-factor-reset"
  | "second-factor-used"
  | "second-factors-rotated"
  | "recovery-codes-made"
  | "recovery-code-used"
  | "identity-proved"
  | "sessions-revoked"
  | "campaign-frozen"
  | "campaign-unfrozen"
  | "export-started"
  | "export-completed"
  | "export-aborted"
  | "export-fetched"
  | "export-wiped"
  | "import-received"
  | "import-started"
  | "import-completed"
  | "import-stopped"
  | "import-undone"
  | "paper-typed"
  | "archive-written"
  | "archive-restored"
  | "sending-resumed"
  | "campaign-changed"
  | "campaign-created"
  | "campaign-opened"
  | "words-published"
  | "petition-published"
  | "correction-added"
  | "unsubscribed"
  | "meeting-changed"
  | "ballot-item-changed"
  | "issuer-figures-changed"
  | "co-filing-rule-changed"
  | "featured-meeting-changed"
  | "holding-viewed"
  | "holdings-exported"
  | "pledge-papers-checked"
  | "pledge-reviewed"
  | "co-filer-changed"
  | "holdings-rotated"
  | "update-submitted"
  | "update-approved"
  | "update-approved-alone"
  | "update-approval-withdrawn"
  | "update-tested"
  | "update-scheduled"
  | "update-started"
  | "update-paused"
  | "update-resumed"
  | "update-cancelled"
  | "letter-recipient-added"
  | "letter-recipient-edited"
  | "letter-recipient-verified"
  | "letter-recipient-unverified"
  | "letter-recipient-retired"
  | "letter-settings-changed"
  | "letter-template-changed"
  | "dispatch-file-taken"
  | "dispatch-drafted"
  | "dispatch-submitted"
  | "dispatch-approved"
  | "dispatch-approved-alone"
  | "dispatch-approval-withdrawn"
  | "dispatch-started"
  | "dispatch-paused"
  | "dispatch-resumed"
  | "dispatch-cancelled"
  | "dispatch-unknown-settled"
  | "dispatch-letters-put-back"
  | "letter-released"
  | "letter-refused"
  | "letter-published"
  | "letter-hidden"
  | "reply-recorded"
  | "reply-removed"
  | "names-decided"
  | "names-undecided"
  | "watched-names-changed"
  | "pack-asked"
  | "pack-approved"
  | "pack-approved-alone"
  | "pack-approval-withdrawn"
  | "pack-started"
  | "pack-made"
  | "pack-aborted"
  | "pack-discarded"
  | "pack-handed-over"
  | "api-token-made"
  | "api-token-revoked"
  | "export-asked-by-token";

export type AuditEntry = {
  actor: Actor;
  action: AuditAction;
  campaignId: number | null;
  /** What it was done to: a uuid that leads to no person. */
  subject: string | null;
  /** Counts, states, dates, hashes. Never a name, an address or free text. */
  detail: Record<string, unknown>;
};

/** Adds an entry in the transaction of the deed itself, so that neither stands without the other. */
export async function recordAudit(tx: DbOrTx, entry: AuditEntry, now: Date): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, at: now });
}
