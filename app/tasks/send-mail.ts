import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import type { Task } from "./task.ts";

export const sendMail: Task = async ({ db, mailing, log, stop }) => {
  await sendDueEmails(db, mailing, { log, stop });
};
