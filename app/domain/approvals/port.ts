import type { SQL } from "drizzle-orm";
import type { SecondRight } from "#app/domain/access/approving.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import type { ApprovalKind } from "./approval.ts";

/** How approvals of one kind are asked for and listed. */
export type ApprovalPort = SecondRight & {
  kind: ApprovalKind;
  /** The right to ask for it. Who asked must still have it when it is approved. */
  asks: OrganizerRight;
  /**
   * Selects everything that waits for approval, in any campaign, as `campaign_id`, `subject` (uuid), `number`
   * (int, may be null), `asked_at`, and `hands`: a uuid[] of its authors, who would approve their own work.
   */
  waiting: SQL;
  /** For kinds that become drafts when sent back: selects the public ids of all drafts. */
  drafts?: SQL;
};
