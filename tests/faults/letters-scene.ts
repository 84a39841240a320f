import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { type LetterState, letterStates } from "#app/domain/entries/letters/letter.ts";
import type { Db } from "#db/index.ts";
import { aBegunDispatch, aLetterCampaign, dispatchRow } from "#tests/support/dispatches.ts";
import type { ProviderMail } from "#tests/support/resend-provider.mjs";
import type { Ground } from "./scene.ts";
import { isGone } from "./watch.ts";

/**
 * Makes a campaign with so many letters, and begins a dispatch of all: an email each, or one over an annex.
 * Letter n says so in its words. Claims are logged, so that what a killed worker held can be told from what
 * others hold.
 */
export async function aLetterScene(
  ground: Ground,
  { letters, alone, longest = 300 }: { letters: number; alone: boolean; longest?: number },
) {
  const { db } = ground;
  const scene = await aLetterCampaign(db, ["owner", "owner"], { contactEmail: "hello@campaign.test" });
  await db.execute(sql`update letter_recipients set per_day = 200`);
  await db.execute(sql`
    with person as (
      insert into supporters (email_canonical, email, name, country, created_at, confirmed_at)
      select mail, mail, 'Writer ' || n, 'US', at, at
      from (select n, 'writer-' || n || '@people.test' as mail, now() - interval '2 days' as at
        from generate_series(1, ${letters}::int) n) made
      order by n returning id, name, confirmed_at),
    agreed as (
      insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
      select id, ${scene.campaign.id}, 'deliver_letter', '2026-11', 'en', confirmed_at from person)
    insert into letters (campaign_id, supporter_id, state, locale, body, created_at, confirmed_at)
    select ${scene.campaign.id}, id, 'confirmed', 'en',
      'This is letter ' || n || '. ' || rpad('', 20 + (n * 7919) % ${longest}::int,
        'I ask you to end these agreements. '),
      confirmed_at, confirmed_at
    from (select id, confirmed_at, substring(name from 8)::int as n from person) p order by n`);
  await db.execute(sql`analyze`);
  await noteClaims(db);
  const chosen = await db.execute<{ publicId: string }>(
    sql`select public_id as "publicId" from letters order by id`,
  );
  const begin = () => aBegunDispatch(db, scene, alone ? { letters: [...chosen] } : {});
  return { ...ground, ...scene, letters, begin };
}
export type LetterScene = Awaited<ReturnType<typeof aLetterScene>>;

async function noteClaims(db: Db): Promise<void> {
  await db.execute(
    sql.raw(`
    create table fault_claims (email_id bigint, by text);
    create function note_claim() returns trigger language plpgsql security definer
      set search_path = public as $$
    begin
      insert into fault_claims values (new.id, current_setting('application_name'));
      return null;
    end $$;
    create trigger outbox_claims_noted after update on outbox for each row
      when (new.letter_part_id is not null and new.state = 'claimed' and old.attempts <> new.attempts)
      execute function note_claim()`),
  );
}

/** Letters by state, at one instant. */
async function lettersByState({ db }: { db: Db }): Promise<Record<LetterState, number>> {
  const rows = await db.execute<{ state: LetterState; n: number }>(
    sql`select state, count(*)::int as n from letters group by state`,
  );
  const found = new Map(rows.map(({ state, n }) => [state, n]));
  return Object.fromEntries(letterStates.map((state) => [state, found.get(state) ?? 0])) as Record<
    LetterState,
    number
  >;
}

/**
 * Watches a dispatch until it is in one of the states, checks each time that its letters are all there, and
 * moves time on for what waits.
 */
export async function watchLetters(
  scene: LetterScene,
  dispatch: { publicId: string },
  {
    within,
    until = ["sent"],
    lastWords,
  }: { within: number; until?: readonly string[]; lastWords: () => string },
) {
  const end = Date.now() + within * 1000;
  for (;;) {
    // Read before its letters: they match its final state then.
    const { state, pauseReason } = await dispatchRow(scene.db, dispatch);
    const states = await lettersByState(scene);
    const sum = Object.values(states).reduce((total, n) => total + n, 0);
    expect(sum, JSON.stringify(states)).toBe(scene.letters);
    if (until.includes(state)) return { state, pauseReason, states };
    if (Date.now() > end) {
      throw new Error(
        `${state} after ${within} s: ${JSON.stringify(states)}\n${await openMails(scene)}\n${lastWords()}`,
      );
    }
    await scene.db.execute(sql`
      update outbox set due_at = now()
      where letter_part_id is not null and state = 'queued' and due_at > now()`);
    await pause(50);
  }
}

/** Moves time on for what one killed life of a worker held. */
export async function endPartLeases({ db }: { db: Db }, life: string): Promise<void> {
  await isGone({ db }, life);
  await db.execute(sql`
    update outbox d set due_at = now(), lease_until = now()
    where letter_part_id is not null and state = 'claimed'
      and ${life} = (select by from fault_claims where email_id = d.id order by ctid desc limit 1)`);
}

export async function openMails({ db }: { db: Db }): Promise<string> {
  const rows = await db.execute(sql`
    select state, problem, count(*)::int as mails, max(attempts) as tries from outbox
    where letter_part_id is not null and state not in ('accepted') group by state, problem`);
  return rows.map((row) => JSON.stringify(row)).join("\n");
}

type Attached = { attachments?: { filename: string; content: string }[] };

/** Lists the letters in an email, from its one letter or its annex's table. */
export function lettersIn(mail: ProviderMail): number[] {
  const files = (mail as ProviderMail & Attached).attachments ?? [];
  const carrying = files.find(
    ({ filename }) => filename.endsWith(".txt") || /letters.*\.csv$/.test(filename),
  );
  return numbersIn(Buffer.from(carrying?.content ?? "", "base64").toString());
}

export const numbersIn = (text: string): number[] =>
  [...text.matchAll(/This is letter (\d+)\./g)].map(([, number]) => Number(number));

/** Counts how often each letter was delivered; omits those that were not. */
export function countTimes(mails: readonly (readonly number[])[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const number of mails.flat()) times.set(number, (times.get(number) ?? 0) + 1);
  return times;
}
