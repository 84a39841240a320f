import type { Sql } from "postgres";

/** Share of the rate that is used: the rest is for what a network does to the gaps between calls. */
const share = 0.95;
/** Share of the announced limit that the rate regains each second, and what a refusal leaves. */
const [regained, kept] = [0.02, 0.9];
/** Milliseconds before the next free slot from which a call is prepared for it. */
const preparedAhead = 250;
/**
 * Milliseconds by which a call may miss its slot and still be made: the share leaves 52 between two calls at
 * five a second.
 */
const lateAtMost = 40;
/** Slots that a call may miss. It uses the next as late as it is. */
const missesAtMost = 2;
/** Milliseconds that a call waits for its slot; longer waits are the caller's decision. */
const waitAtMost = 1500;

/** When the next call may be made, or at once if the database's clock was put back since. */
const nextAt = (
  sql: Sql,
) => sql`case when greatest(turned_at, refused_at) > clock_timestamp() + interval '1 second'
  then clock_timestamp() else next_at end`;

/**
 * Keeps the rate limit of a provider's account for all processes together, in its row of `mail_pace`: a call
 * takes a slot by moving `next_at`, and the row's lock orders those who take one. All times are the
 * database's. Rejects when the database does not answer: nobody may call then.
 */
export function createSharedPace(sql: Sql, account: string, perSecond: number) {
  /** The limit that this process last wrote: each answer announces it. */
  let announced: number | null = null;

  const ahead = async () => {
    const [row] = await sql<{ ahead: number }[]>`
      select extract(epoch from ${nextAt(sql)} - clock_timestamp())::float8 * 1000 as ahead
      from mail_pace where account = ${account}`;
    if (row) return row.ahead;
    await sql`insert into mail_pace (account, announced, per_second)
      values (${account}, ${announced ?? perSecond}, ${announced ?? perSecond}) on conflict do nothing`;
    return 0;
  };

  /**
   * Takes the next slot. Returns the milliseconds until it, and how many the answer was on its way; null if
   * the slot is too far away, or there is no row.
   */
  const take = async () => {
    const asked = performance.now();
    // After a crash of the database a slot may be given twice: not worth a wait for the disk.
    const [slot] = await sql<{ wait: number; took: number }[]>`
      with quick as materialized (select set_config('synchronous_commit', 'off', true)),
      next as (
        select account, greatest(${nextAt(sql)}, clock_timestamp()) as at,
          least(announced, per_second + announced * ${regained}
            * extract(epoch from greatest(clock_timestamp() - turned_at, '0 s'))) as rate
        from mail_pace
        where account = ${account}
          and ${nextAt(sql)} <= clock_timestamp() + make_interval(secs => ${waitAtMost / 1000})
        for update)
      update mail_pace p set per_second = next.rate, turned_at = clock_timestamp(),
        refused_at = least(refused_at, clock_timestamp()),
        next_at = next.at + make_interval(secs => 1 / (next.rate * ${share}))
      from next, quick where p.account = next.account
      returning extract(epoch from next.at - clock_timestamp())::float8 * 1000 as wait,
        extract(epoch from clock_timestamp() - statement_timestamp())::float8 * 1000 as took`;
    return slot ? { wait: slot.wait, underWay: performance.now() - asked - slot.took } : null;
  };

  return {
    /** Returns the milliseconds until a call may be prepared; 0 or less: now. */
    untilNear: async () => (await ahead()) - preparedAhead,

    /** Waits for a slot of the account. `after`: no call may be made for so many seconds. */
    async enter(signal: AbortSignal): Promise<{ after: number } | null> {
      for (let missed = 0; !signal.aborted; missed++) {
        const slot = await take();
        if (slot === null) return { after: Math.max(1, Math.ceil((await ahead()) / 1000)) };
        const at = performance.now() + slot.wait;
        for (let left = slot.wait; left > 0.5 && !signal.aborted; left = at - performance.now())
          await new Promise((done) => setTimeout(done, left));
        const late = Math.max(performance.now() - at, 0) + slot.underWay;
        if (!signal.aborted && (late <= lateAtMost || missed === missesAtMost)) return null;
      }
      return { after: 1 };
    },

    /** Allows no call for so many seconds: the provider refused one for haste. Those after it are slower. */
    async refused(seconds: number): Promise<void> {
      await sql`
        update mail_pace set
          next_at = greatest(next_at, clock_timestamp() + make_interval(secs => ${seconds})),
          per_second = case when refused_at < clock_timestamp() - interval '1 second'
            then greatest(per_second * ${kept}::real, least(announced, 0.5)) else per_second end,
          refused_at = clock_timestamp()
        where account = ${account}`;
    },

    /** Uses a limit that an answer announced. */
    async learn(limit: number): Promise<void> {
      if (limit === announced) return;
      await sql`
        update mail_pace set announced = ${limit},
          per_second = greatest(per_second * ${limit}::real / announced, least(${limit}::real, 0.5))
        where account = ${account} and announced <> ${limit}::real`;
      announced = limit;
    },
  };
}

/**
 * Reads the limit of an account, in calls a second: what the provider allows, and what is used of it now.
 * Null before the first call.
 */
export async function readPace(sql: Sql, account: string): Promise<MailLimit | null> {
  const [row] = await sql<MailLimit[]>`
    select announced, ${share} * least(announced, per_second + announced * ${regained}
      * extract(epoch from greatest(clock_timestamp() - turned_at, '0 s')))::float8 as used
    from mail_pace where account = ${account}`;
  return row ?? null;
}

export type MailLimit = { announced: number; used: number };

export type SharedPace = ReturnType<typeof createSharedPace>;
