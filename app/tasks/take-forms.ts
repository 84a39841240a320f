import { takeForms } from "#app/domain/entries/waiting-forms/take-forms.server.ts";
import type { Task } from "./task.ts";

/** Does what forms ask that name an address. What they ask for is most often mail. */
export const takeWaitingForms: Task = async ({ db, keys, log, stop, wakeMail }) => {
  await takeForms(db, keys, { log, stop, onTaken: wakeMail });
};
