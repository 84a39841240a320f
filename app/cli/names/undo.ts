import { undoCommand } from "#app/cli/parts/undo.ts";
import { undoWords } from "#app/domain/moderation/decide-words.server.ts";
import { undoMinutes } from "#app/domain/names/name-review.ts";

export default undoCommand({
  summary: "undo the decisions of one command, within ten minutes",
  minutes: undoMinutes,
  undo: undoWords,
  answer: (undone) => `${undone} need a decision again.`,
});
