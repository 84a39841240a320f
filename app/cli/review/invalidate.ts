import { decideOnReviews } from "#app/cli/review/parts/review.ts";

export default decideOnReviews("invalidate signatures on hold", "invalidate");
