import { id, oneOf, required } from "#app/cli/options.ts";
import { approvalKinds } from "#app/domain/approvals/approval.ts";

/** Something that waits for an approval or was sent back, as `approval list` prints it. */
export const thing = {
  kind: required(oneOf(approvalKinds, "the kind")),
  subject: required(id("the id", "approval list")),
};
