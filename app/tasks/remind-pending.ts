import { remindPending } from "../domain/deliveries/remind-pending.server.ts";
import type { Task } from "./task.ts";

export const remindPendingSigners: Task = async ({ db, log }) => {
  const reminded = await remindPending(db);
  if (reminded > 0) log.info({ reminded }, "pending signers reminded");
};
