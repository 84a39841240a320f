import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { MigrationError } from "./error.ts";

/** How a schema change waits for users of its tables. */
export type Patience = {
  /** Milliseconds to wait for one lock. Others who want the table wait behind us as long. */
  lockTimeout: number;
  /** Tries before it gives up. */
  tries: number;
  /** Receives one line for each try that failed. */
  say(line: string): unknown;
};

/** Milliseconds between two tries, in which those who waited behind us get their turn. */
const rest = 1000;

const lockNotAvailable = "55P03";
const deadlock = "40P01";

/** Retries while another transaction holds the lock that `what` needs. A failed try changes nothing. */
export async function patiently(
  what: string,
  { tries, lockTimeout, say }: Patience,
  work: () => Promise<unknown>,
): Promise<void> {
  for (let done = 1; ; done++) {
    try {
      await work();
      return;
    } catch (error) {
      const code = error instanceof postgres.PostgresError ? error.code : undefined;
      if (code !== lockNotAvailable && code !== deadlock) throw error;
      if (done === tries) {
        throw new MigrationError(
          `${what} found a table in use at each of ${tries} tries, and nothing of it was applied: end ` +
            "what holds the table (pg_stat_activity shows long transactions), then start again.",
        );
      }
      say(`${what} waits for a table that another transaction uses: try ${done} of ${tries} failed.`);
      await pause(Math.min(rest, lockTimeout));
    }
  }
}
