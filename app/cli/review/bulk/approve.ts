import { campaign, command } from "#app/cli/command.ts";
import { approveAlone } from "#app/cli/options.ts";
import { bulk, changed } from "#app/cli/review/parts/review.ts";
import { approveBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default command({
  summary: "approve a bulk invalidation; it begins",
  options: { campaign, number: bulk, approveAlone },
  run: async ({ db, operator }, { number, approveAlone: alone }) =>
    changed(number, "approved", await approveBulk(db, { ...operator, number, alone })),
});
