import { undoCommand } from "#app/cli/parts/undo.ts";
import { undoReviews } from "#app/domain/review/decide-reviews.server.ts";
import { reviewUndoMinutes } from "#app/domain/review/review.ts";

export default undoCommand({
  summary: "undo the decisions of one command, within ten minutes",
  minutes: reviewUndoMinutes,
  undo: undoReviews,
  answer: (undone) => `${undone} undone.`,
});
