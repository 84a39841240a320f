import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { createSharedPace } from "#app/mail/shared-pace.server.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
const sql = db.$client;
const never = new AbortController().signal;

const rowOf = async (account: string) => {
  const [row] = await sql<{ rate: number; announced: number; held: number }[]>`
    select per_second as rate, announced, extract(epoch from next_at - clock_timestamp())::float8 as held
    from mail_pace where account = ${account}`;
  if (!row) throw new Error("no row");
  return row;
};

// Keeps when each slot that was taken ends: where the next may begin.
await sql`create table slots (account text, ends timestamptz)`;
await sql`create function keep_slot() returns trigger language plpgsql as
  $$ begin insert into slots values (new.account, new.next_at); return new; end $$`;
await sql`create trigger keep_slot before update on mail_pace for each row execute function keep_slot()`;

const slotsOf = async (account: string) => {
  const rows = await sql<{ ends: number }[]>`
    select extract(epoch from ends)::float8 * 1000 as ends from slots where account = ${account} order by 1`;
  return rows.map(({ ends }) => ends);
};

/** A pace whose row is there. */
async function aPace(account: string, perSecond: number) {
  const pace = createSharedPace(sql, account, perSecond);
  await pace.untilNear();
  return pace;
}

test("two processes together make no more calls in any second than the account allows", async () => {
  const perSecond = 20;
  await aPace("together", perSecond);
  const made: number[] = [];
  const workers = [1, 2].map(() => createSharedPace(sql, "together", perSecond));
  const caller = async (pace: (typeof workers)[number]) => {
    for (let calls = 0; calls < 5; ) {
      if ((await pace.enter(never)) !== null) continue;
      made.push(Date.now());
      calls += 1;
    }
  };
  await Promise.all(workers.flatMap((pace) => [caller(pace), caller(pace)]));
  // A busy machine may use a slot late, or miss it.
  const ends = await slotsOf("together");
  expect(ends.length).toBeGreaterThanOrEqual(20);
  const gaps = ends.slice(1).map((at, place) => at - (ends[place] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(1000 / perSecond);
  made.sort((a, b) => a - b);
  expect(made).toHaveLength(20);
  const early = made.filter((at, place) => at < (ends[place] ?? 0) - 1000 / perSecond / 0.95 - 5);
  expect(early, "no call before its slot").toEqual([]);
});

test("a call that comes too late for its slot waits for the next", async () => {
  const pace = await aPace("late", 10);
  await pace.enter(never);
  const taken = (await slotsOf("late")).length;
  const late = pace.enter(never);
  await new Promise(setImmediate);
  const from = performance.now();
  while (performance.now() - from < 200);
  expect(await late).toBeNull();
  expect((await slotsOf("late")).length).toBeGreaterThan(taken + 1);
});

test("after a refusal nobody calls for its time, then all more slowly, and slowly faster again", async () => {
  const pace = await aPace("refused", 10);
  const other = createSharedPace(sql, "refused", 10);
  await pace.refused(7);
  await pace.refused(5);
  expect(await other.enter(never)).toEqual({ after: 7 });
  expect(await other.untilNear()).toBeGreaterThan(5000);
  expect((await rowOf("refused")).rate, "two refusals in a second count once").toBeCloseTo(9);
  await sql`update mail_pace set next_at = now(), turned_at = now() - interval '2 s',
    refused_at = now() - interval '2 s' where account = 'refused'`;
  expect(await other.enter(never)).toBeNull();
  const { rate } = await rowOf("refused");
  expect(rate).toBeGreaterThan(9.3);
  expect(rate).toBeLessThanOrEqual(10);
});

test("a limit that an answer announces holds for all, and keeps the share lost by refusals", async () => {
  const pace = await aPace("learned", 5);
  await pace.refused(1);
  await pace.learn(100);
  await createSharedPace(sql, "learned", 5).learn(100);
  expect(await rowOf("learned")).toMatchObject({ announced: 100, rate: 90 });
});

test("a limit that went down is learned by a process that began with it", async () => {
  await sql`insert into mail_pace (account, announced, per_second) values ('lowered', 10, 10)`;
  await createSharedPace(sql, "lowered", 5).learn(5);
  expect(await rowOf("lowered")).toMatchObject({ announced: 5, rate: 5 });
});

test("a database's clock that was put back holds nobody", async () => {
  const pace = await aPace("clock", 5);
  await sql`update mail_pace set next_at = now() + interval '1 day', turned_at = now() + interval '1 day'
    where account = 'clock'`;
  expect(await pace.untilNear()).toBeLessThanOrEqual(0);
  expect(await pace.enter(never)).toBeNull();
  expect((await rowOf("clock")).held).toBeLessThan(1);
  await sql`update mail_pace set refused_at = now() + interval '1 day' where account = 'clock'`;
  expect(await pace.enter(never)).toBeNull();
  expect(await pace.enter(never)).toBeNull();
  expect((await rowOf("clock")).held, "the pace holds again").toBeGreaterThan(0);
});

test("who stops waiting makes no call, and an account without a row gets one", async () => {
  const stop = new AbortController();
  const pace = await aPace("stopped", 1);
  expect(await pace.enter(never)).toBeNull();
  const waiting = pace.enter(stop.signal);
  stop.abort();
  expect(await waiting).toEqual({ after: 1 });
  await sql`delete from mail_pace where account = 'stopped'`;
  expect(await pace.enter(never)).toEqual({ after: 1 });
  expect(await pace.enter(never)).toBeNull();
});

test("without the database nobody calls", async () => {
  const gone = postgres("postgres://nobody@127.0.0.1:1/none", { connect_timeout: 1 });
  onTestFinished(() => gone.end({ timeout: 0 }));
  const pace = createSharedPace(gone, "gone", 5);
  await expect(pace.enter(never)).rejects.toThrow();
  await expect(pace.untilNear()).rejects.toThrow();
});
