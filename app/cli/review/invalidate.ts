import { decideOnReviews } from "#app/cli/review.ts";

export default decideOnReviews("never count held signatures", "invalidate");
