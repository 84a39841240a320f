import { undoCommand } from "#app/cli/parts/undo.ts";
import { undoReviews } from "#app/domain/review/decide-reviews.server.ts";
import { reviewUndoMinutes } from "#app/domain/review/review.ts";

export default undoCommand({
  summary: "take back what was decided at one moment, within ten minutes",
  minutes: reviewUndoMinutes,
  undo: undoReviews,
  told: (undone) => `${undone} are as they were before.`,
});
