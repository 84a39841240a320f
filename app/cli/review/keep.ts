import { decideOnReviews } from "#app/cli/review/parts/review.ts";

export default decideOnReviews("let held signatures count", "keep");
