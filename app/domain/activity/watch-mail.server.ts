import { sql } from "drizzle-orm";
import { isSingleEmail, urgency } from "#app/domain/queue/single-email.ts";
import { type Keys, knownIds } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { secondsSinceWorker } from "#db/jobs.ts";

/** Seconds. A worker reports every half minute, and sends what is due within two seconds. */
const isLateAfter = { worker: 120, mail: 300 };

/**
 * Milliseconds. An answer is fresh for the first and usable for the second; a page waits the third for it.
 */
const [holdsFor, trustedFor, waitsFor] = [10_000, 30_000, 500];

/**
 * Returns whether email that people wait for is late: no worker runs, or email is minutes overdue. Forms of a
 * secret that is gone do not count.
 */
export async function readIsMailLate(db: Db, keys: Keys): Promise<boolean> {
  const since = await secondsSinceWorker(db);
  if (since === null || since > isLateAfter.worker) return true;
  const isOverdue = sql`due_at < now() - make_interval(secs => ${isLateAfter.mail})`;
  const [row] = await db.execute<{ late: boolean }>(sql`
    select exists (select from outbox where ${isSingleEmail} and ${urgency} < 2 and ${isOverdue})
      or exists (select from email_batches where state = 'frozen' and update_id is null
        and frozen_at < now() - make_interval(secs => ${isLateAfter.mail}))
      or exists (select from waiting_forms where key_id in ${knownIds(keys)} and ${isOverdue}) as late`);
  return row?.late ?? false;
}

/**
 * Returns a function that reports whether emails are late. It asks the database at most every ten seconds,
 * however many pages want to know; if the database does not answer within half a second, it returns the last
 * answer.
 */
export function watchMail(read: () => Promise<boolean>, clock = () => performance.now()) {
  let [isLate, askedAt, knownAt] = [false, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let asking: Promise<void> | null = null;

  const ask = () => {
    askedAt = clock();
    asking = read()
      .then(
        (found) => {
          [isLate, knownAt] = [found, clock()];
        },
        () => {},
      )
      .finally(() => {
        asking = null;
      });
  };

  return async (): Promise<boolean> => {
    const now = clock();
    if (asking === null && now - askedAt >= holdsFor) ask();
    const left = waitsFor - (now - askedAt);
    if (asking !== null && now - knownAt >= trustedFor && left > 0) await Promise.race([asking, after(left)]);
    return isLate;
  };
}

const after = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
