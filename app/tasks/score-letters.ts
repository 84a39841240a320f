import { scoreLetters } from "#app/domain/entries/letters/score-letters.server.ts";
import type { Task } from "./task.ts";

/** Letters of one run: the next one continues a minute later. */
const atMost = 5000;

export const scoreNewLetters: Task = async ({ db, log, stop }) => {
  const scored = await scoreLetters(db, atMost, stop);
  if (scored > 0) log.info({ scored }, "letters were compared with others");
};
