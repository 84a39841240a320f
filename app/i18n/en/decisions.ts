import { unreadable } from "./form-errors.ts";
/** Lists of what waits for somebody to decide. */
export default {
  chooseAll: "Choose all on this page",
  unreadable,
  undo: "Undo",
  undoHint: "Works for ten minutes.",
  keys: "Keys, while the list has the focus",
  down: "down",
  up: "up",
  choose: "Choose",
};
