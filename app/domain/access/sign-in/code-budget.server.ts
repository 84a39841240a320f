import { sql } from "drizzle-orm";
import { codeMailsAtMost } from "#app/domain/access/organizer.ts";
import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

/**
 * Which rate limit a code counts against. Anybody can ask with an address, so those requests share one limit;
 * a browser that signed in before, an emailed link, a session and an invitation each have their own, which
 * nobody else can use up.
 */
export type CodeBudget =
  | "anyone"
  | `browser ${number}`
  | `link ${string}`
  | `session ${number}`
  | `invitation ${string}`;

/**
 * Returns when the limit allows another code; null for now. Counts ceremonies that were emailed: unknown
 * addresses use nothing up. An invitation has one limit for all addresses typed with it.
 */
export async function cappedUntil(
  tx: Tx,
  keys: Keys,
  { email, budget }: { email: string; budget: CodeBudget },
  now: Date,
): Promise<Date | null> {
  const whose =
    budget === "anyone"
      ? sql`email_hmac in ${hmacsByEveryKey(keys, "organizer-address", email)} and budget = 'anyone'`
      : sql`budget = ${budget}`;
  const [mailed] = await tx.execute<{ until: string | null }>(sql`
    select greatest(
      (array_agg(created_at order by created_at desc))[${codeMailsAtMost.hour}::int] + interval '1 hour',
      (array_agg(created_at order by created_at desc))[${codeMailsAtMost.day}::int]
        + interval '1 day')::text as until
    from organizer_ceremonies
    where ${whose} and organizer_id is not null
      and created_at > ${now.toISOString()}::timestamptz - interval '1 day'`);
  const until = mailed?.until ? new Date(mailed.until) : null;
  return until && until > now ? until : null;
}
