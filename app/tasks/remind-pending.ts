import { remindPendingLetters } from "#app/domain/entries/letters/remind-pending-letters.server.ts";
import { remindPendingPledges } from "#app/domain/entries/pledges/remind-pending-pledges.server.ts";
import { remindPending } from "#app/domain/entries/signatures/remind-pending.server.ts";
import type { Task } from "./task.ts";

export const remindPendingSigners: Task = async ({ db, log }) => {
  const reminded =
    (await remindPending(db)) + (await remindPendingPledges(db)) + (await remindPendingLetters(db));
  if (reminded > 0) log.info({ reminded }, "reminded of what waits to be confirmed");
};
