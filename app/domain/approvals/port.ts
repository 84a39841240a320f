import type { SQL } from "drizzle-orm";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import type { ApprovalKind } from "./approval.ts";

/** How approvals of one kind are asked for and listed; each room has its own. */
export type ApprovalPort = {
  kind: ApprovalKind;
  /** The right that approves, of which two are needed. */
  right: "approve" | "manage";
  /** The right that opens what is approved, which it takes as well. */
  opens: OrganizerRight;
  /**
   * Selects all that waits for an approval now, in any campaign, as `campaign_id`, `subject` (uuid), `number`
   * (int, may be null), `asked_at`, and `hands`: a uuid[] of those whose approval would be that of their own
   * work.
   */
  waiting: SQL;
  /** Of a kind that becomes a draft again when it is sent back: selects the public ids of all drafts. */
  drafts?: SQL;
};
