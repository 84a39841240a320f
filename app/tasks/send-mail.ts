import { sendDueDeliveries } from "#app/domain/outbox/sending/send-due-deliveries.server.ts";
import type { Task } from "./task.ts";

/** Sends the mails that are due. */
export const sendMail: Task = async ({ db, mailing, log, stop }) => {
  await sendDueDeliveries(db, mailing, { log, stop });
};
