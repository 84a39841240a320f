import { decideOnReviews } from "#app/cli/review/parts/review.ts";

export default decideOnReviews("never count held signatures", "invalidate");
