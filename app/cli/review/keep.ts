import { decideOnReviews } from "#app/cli/review.ts";

export default decideOnReviews("let held signatures count", "keep");
