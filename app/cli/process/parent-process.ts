import { exitCodes, UsageError } from "#app/cli/command.ts";

/** The process that started this one with a channel to it (`startWorker`). */
export type Parent = {
  isThere(): boolean;
  /** Resolves when it has ended, for any reason. */
  left: Promise<void>;
  /** Calls `wake` each time the parent reports that an email was queued. */
  onWake(wake: () => void): void;
};

/** Milliseconds for this process to end after its parent: nobody else would end it. */
const endWithin = 60_000;

export function findParent(): Parent {
  if (!process.send) throw new UsageError("--attached is only for the worker that `start` runs");
  const left = new Promise<void>((resolve) => {
    if (process.connected) process.once("disconnect", resolve);
    else resolve();
  });
  left.then(() => setTimeout(() => process.exit(exitCodes.failed), endWithin).unref());
  return { isThere: () => process.connected, left, onWake: (wake) => process.on("message", wake) };
}
