import type { Run } from "./run.ts";
import { type SettledDispatches, settleRestoredDispatches } from "./settle-restored-dispatches.server.ts";
import { type SettledNotices, settleRestoredNotices } from "./settle-restored-notices.server.ts";
import { type SettledReminders, settleRestoredReminders } from "./settle-restored-reminders.server.ts";
import { type SettledUpdates, settleRestoredUpdates } from "./settle-restored-updates.server.ts";

export type RestoredSettled = {
  updates: SettledUpdates;
  reminders: SettledReminders;
  dispatches: SettledDispatches;
  notices: SettledNotices;
};

/**
 * Ends what goes to many and may have gone already, in a database that does not know what was sent after the
 * moment it shows.
 */
export async function settleRestored(run: Run): Promise<RestoredSettled> {
  return {
    updates: await settleRestoredUpdates(run),
    reminders: await settleRestoredReminders(run),
    dispatches: await settleRestoredDispatches(run),
    notices: await settleRestoredNotices(run),
  };
}

/** Pauses all sending until an operator resumes it. */
export const pauseAllSending = (
  run: Run,
  reason: "restored from an archive" | "the database went back in time",
) =>
  run(`insert into switches (name, reason) values ('sending-paused', '${reason}')
    on conflict (name) do update set reason = excluded.reason, since = now()`);
