import { takeForms } from "#app/domain/entries/waiting-forms/take-forms.server.ts";
import type { Task } from "./task.ts";

/** Takes waiting forms; most of them queue an email. */
export const takeWaitingForms: Task = async ({ db, keys, log, stop, wakeMail }) => {
  await takeForms(db, keys, { log, stop, onTaken: wakeMail });
};
