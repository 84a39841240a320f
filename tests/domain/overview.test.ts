import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { foldHours } from "#app/domain/activity/fold-hours.server.ts";
import { readBlocked } from "#app/domain/activity/read-blocked.server.ts";
import { readFunnel } from "#app/domain/activity/read-dashboard.server.ts";
import { readPublicSeries } from "#app/domain/activity/read-public-series.server.ts";
import { readSeries } from "#app/domain/activity/read-series.server.ts";
import { isZone, spanOf } from "#app/domain/activity/span.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
const minute = 60_000;
const now = new Date("2026-11-20T15:40:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * minute);

type Signer = { host: string; at: Date; confirmedAfter: number | null };

/** Signatures inserted directly: the counters count them by themselves. */
async function signersOf(campaign: { id: number }, signers: readonly Signer[]) {
  const rows = signers.map(({ host, at, confirmedAfter }) => ({
    host,
    at: at.toISOString(),
    confirmed:
      confirmedAfter === null ? null : new Date(at.getTime() + confirmedAfter * minute).toISOString(),
  }));
  await db.execute(sql`
    with told as (
      select gen_random_uuid() as id, * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (host text, at timestamptz, confirmed timestamptz)
    ), people as (
      insert into supporters (email_canonical, email, name, country, created_at)
      select id || '@' || host, id || '@' || host, 'Ana Sample', 'US', at from told returning id, email
    )
    insert into signatures (campaign_id, supporter_id, petition_version, state, receipt_code, signed_at,
      confirmed_at)
    select ${campaign.id}, p.id, 1, (case when t.confirmed is null then 'pending'
      else 'confirmed' end)::signature_state,
      regexp_replace(upper(left(translate(md5(t.id::text), 'abcdef', '012345'), 10)), '(.{4})(.{4})(.{2})',
        '\\1-\\2-\\3'), t.at, t.confirmed
    from told t join people p on p.email = t.id || '@' || t.host`);
}

/** Three weeks in which nine of ten confirm within three minutes, at two providers. */
const usual = (each: number): Signer[] =>
  ["gmail.com", "outlook.com"].flatMap((host) =>
    Array.from({ length: each }, (_, n) => ({
      host,
      at: ago(1500 + (n * 20 * 1440) / each),
      confirmedAfter: n % 10 === 0 ? null : 3,
    })),
  );

const blockedAt = async (campaign: { id: number }, at = now) =>
  (await readBlocked(db, campaign.id, at)).map(({ provider }) => provider);

test("a provider that blocks confirmations is named within the hour, no other", async () => {
  const campaign = await aCampaign(db);
  await signersOf(campaign, usual(200));
  // Ten sign at each in an hour; from forty minutes ago on, nobody at Outlook confirms.
  const lately = ["gmail.com", "outlook.com"].flatMap((host) =>
    Array.from({ length: 30 }, (_, n) => ({
      host,
      at: ago(n * 6 + 1),
      confirmedAfter: host === "outlook.com" && n * 6 + 1 < 58 ? null : 3,
    })),
  );
  await signersOf(
    campaign,
    lately.filter(({ at, confirmedAfter }) => at < ago(4) || confirmedAfter === null),
  );
  expect(await blockedAt(campaign)).toEqual(["outlook"]);
});

test("many who signed just now and have not opened their mail yet are no block", async () => {
  const campaign = await aCampaign(db);
  await signersOf(campaign, usual(200));
  await signersOf(
    campaign,
    Array.from({ length: 300 }, (_, n) => ({ host: "gmail.com", at: ago(n / 60), confirmedAfter: null })),
  );
  expect(await blockedAt(campaign)).toEqual([]);
});

test("an evening on which somewhat fewer confirm is no block", async () => {
  const campaign = await aCampaign(db);
  await signersOf(campaign, usual(200));
  await signersOf(
    campaign,
    Array.from({ length: 60 }, (_, n) => ({
      host: "gmail.com",
      at: ago(16 + n),
      confirmedAfter: n % 4 === 0 ? null : 3,
    })),
  );
  expect(await blockedAt(campaign)).toEqual([]);
});

test("hosts are looked up once, and a provider's hosts are one series", async () => {
  const campaign = await aCampaign(db);
  await signersOf(campaign, usual(200));
  // At one host alone, seven would prove nothing.
  const hosts = ["outlook.com", "hotmail.com", "live.com", "gmail.com"];
  const seven = (host: string): Signer[] =>
    Array.from({ length: 7 }, (_, n) => ({
      host,
      at: ago(16 + n),
      confirmedAfter: host === "gmail.com" ? 3 : null,
    }));
  await signersOf(campaign, hosts.flatMap(seven));
  const { blocked, asked } = await db.transaction(async (tx) => {
    await tx.execute(sql`alter function mail_provider(text) rename to known_provider`);
    await tx.execute(sql`create sequence asked`);
    await tx.execute(sql`
      create function mail_provider(address text) returns text language plpgsql immutable as $$
      begin
        perform nextval('asked');
        return known_provider(address);
      end $$`);
    const found = await readBlocked(tx, campaign.id, now);
    const [row] = await tx.execute<{ n: number }>(sql`select last_value::int as n from asked`);
    await tx.execute(sql`drop function mail_provider(text)`);
    await tx.execute(sql`alter function known_provider(text) rename to mail_provider`);
    return { blocked: found, asked: row?.n };
  });
  expect(blocked.map(({ provider, recent }) => [provider, recent])).toEqual([
    ["outlook", { signed: 21, confirmed: 0 }],
  ]);
  expect(asked).toBe(hosts.length * 3);
});

test("hours of a zone that is half an hour off hold what happened in them", async () => {
  const campaign = await aCampaign(db);
  await signersOf(campaign, [{ host: "gmail.com", at: ago(200), confirmedAfter: 3 }]);
  for (const zone of ["Asia/Kolkata", "Asia/Kathmandu", "Europe/Berlin"]) {
    const span = spanOf({ step: "hour", days: 1 }, zone, now, null);
    const { total, points } = await readSeries(db, campaign.id, span);
    expect([zone, total.joined, points.length]).toEqual([zone, 1, 24]);
  }
});

test("a zone that two clocks would read otherwise, or one of them not at all, is none", async () => {
  const campaign = await aCampaign(db);
  await signersOf(campaign, [{ host: "gmail.com", at: ago(200), confirmedAfter: 3 }]);
  // PostgreSQL reads "UTC+5" as behind; "local" and "system" mean the server to one and nothing to the other.
  const refused = ["UTC+5", "UTC-12", "UTC+25", "local", "system", "default", "+05", "", "../etc"];
  expect(refused.filter(isZone)).toEqual([]);
  const known = ["UTC", "GMT", "Etc/GMT+5", "EST5EDT", "Asia/Kolkata", "Asia/Calcutta", "Pacific/Apia"];
  expect(known.filter((zone) => !isZone(zone))).toEqual([]);
  for (const zone of known) {
    const { total } = await readSeries(db, campaign.id, spanOf({ step: "day", days: 7 }, zone, now, null));
    expect([zone, total.joined]).toEqual([zone, 1]);
  }
});

test("each day of a period begins once where clocks go forward at midnight", () => {
  const at = new Date("2026-05-10T12:00:00Z");
  // In Cairo, April 24, 2026 began at 01:00: as the first day of a period, and as one within it.
  for (const days of [7, 17, 28]) {
    const { starts } = spanOf({ step: "day", days }, "Africa/Cairo", at, null);
    expect(starts).toHaveLength(days);
    expect(starts.at(-1)?.toISO()).toBe("2026-05-10T00:00:00.000+03:00");
    expect(starts.filter((start) => !start.equals(start.startOf("day")))).toEqual([]);
  }
});

test("folding leaves every figure as it is, and the rows of a day few", async () => {
  const campaign = await aCampaign(db);
  await signersOf(campaign, usual(120));
  await signersOf(
    campaign,
    Array.from({ length: 20 }, (_, n) => ({ host: "outlook.com", at: ago(16 + n), confirmedAfter: null })),
  );
  const check = async () => {
    const span = spanOf({ step: "day", days: 28 }, "UTC", now, null);
    const { points, total } = await readSeries(db, campaign.id, span);
    const open = { of: "signatures", from: null, to: null } as const;
    return {
      points,
      total,
      funnel: await readFunnel(db, campaign.id, span),
      blocked: await readBlocked(db, campaign.id, now),
      open: await readPublicSeries(db, campaign.id, open, now),
      drift: (await listCounterDrift(db)).filter((drift) => drift.campaign === campaign.slug),
    };
  };
  const before = await check();
  expect(before.funnel).toMatchObject({ signed: 260, confirmed: 216 });
  expect(before.blocked).toMatchObject([{ provider: "outlook", usual: { signed: 120, confirmed: 108 } }]);
  expect(before.open.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(200);
  await foldHours(db, now);
  expect(await check()).toEqual(before);
  await foldHours(db, new Date(now.getTime() + 1440 * minute));
  expect(await check()).toEqual(before);
  const [{ most } = { most: 0 }] = await db.execute<{ most: number }>(sql`
    select max(n)::int as most from (select count(*) as n from activity_hours
      where campaign_id = ${campaign.id} and measure in ('signed', 'joined-day')
        and hour < ${ago(4 * 1440).toISOString()}::timestamptz
      group by measure, value, date_trunc('day', hour, 'UTC')) d`);
  expect(most).toBe(1);
});

test("a campaign is not compared with a time in which it was not there yet", () => {
  const week = { step: "day", days: 7 } as const;
  expect(spanOf(week, "UTC", now, ago(13 * 1440)).before).toBeNull();
  expect(spanOf(week, "UTC", now, ago(15 * 1440)).before).not.toBeNull();
});

test("the funnel tells the period before", async () => {
  const campaign = await aCampaign(db);
  await signersOf(
    campaign,
    [2, 8, 9].map((days) => ({ host: "gmail.com", at: ago(days * 1440), confirmedAfter: 3 })),
  );
  const funnel = await readFunnel(db, campaign.id, spanOf({ step: "day", days: 7 }, "UTC", now, null));
  expect(funnel).toMatchObject({ signed: 1, confirmed: 1, before: { signed: 2, confirmed: 2 } });
});
