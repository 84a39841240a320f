/** Lists of what waits for somebody to decide. */
export default {
  chooseAll: "Choose all on this page",
  unreadable: "The form could not be read: try again.",
  undo: "Undo",
  undoHint: "Works for ten minutes.",
  keys: "Keys, while the list has the focus",
  down: "down",
  up: "up",
  choose: "Choose",
};
