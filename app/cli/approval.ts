import { approvalKinds } from "#app/domain/approvals/approval.ts";
import { id, oneOf, required } from "./options.ts";

/** What waits for an approval or was sent back, as `approval list` prints it. */
export const thing = {
  kind: required(oneOf(approvalKinds, "what it is")),
  subject: required(id("which one", "approval list")),
};
