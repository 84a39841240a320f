import { id, oneOf, required } from "#app/cli/options.ts";
import { approvalKinds } from "#app/domain/approvals/approval.ts";

/** What waits for an approval or was sent back, as `approval list` prints it. */
export const thing = {
  kind: required(oneOf(approvalKinds, "what it is")),
  subject: required(id("which one", "approval list")),
};
