import { changeBulk } from "#app/cli/review/parts/review.ts";
import { cancelBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default changeBulk("stop a bulk invalidation", "stopped", cancelBulk);
