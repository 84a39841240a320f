import { decideOnReviews } from "#app/cli/review/parts/review.ts";

export default decideOnReviews("count signatures on hold", "keep");
