// A campaign after a year and a half, made by SQL: who signed when, from where and with which email provider;
// pledges, letters, what waits for a decision, log entries and views. All people and words are made up.

const hour = 3_600_000;

/** Hours of a history. */
const hoursKept = 540 * 24;

/** Rows made in one transaction. */
const atOnce = 500_000;

/** What a search finds, by how often it occurs in a list of `people`. */
export const patterns = {
  /** In about one name of twelve. */
  frequent: "ari",
  /** In one name of a thousand. */
  seldom: "wyn",
  /** In one name of fifty thousand. */
  rare: "zqx",
  /** In one of four names among the oldest third, and nowhere else. */
  old: "öst",
};

/**
 * Fills an empty site with what `people` signatures up to `until` leave behind: launch, weeks, nights and the
 * days after an update are in it. `stopped` names a mail provider at which nobody has confirmed for the last
 * hour and a half; `days` tells of a younger campaign. `sql` is a superuser's: references are not checked row
 * by row, and indexes are made again.
 */
export async function fillHistory(
  sql,
  campaignId,
  people,
  { until, stopped = "", days = 540, say = () => {} },
) {
  const hours = hoursOf(people, until, Math.min(hoursKept, days * 24));
  const restore = await setAside(sql);
  for (let first = 1; first <= people; first += atOnce) {
    const last = Math.min(people, first + atOnce - 1);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`set local synchronous_commit = off`;
      await tx`set local work_mem = '256MB'`;
      await addSigners(tx, { campaignId, people, first, last, hours, until, stopped });
    });
    say(last);
  }
  await restore();
  await sql.begin(async (tx) => {
    await tx`set local synchronous_commit = off`;
    await addPledges(tx, campaignId);
    await addLetters(tx, campaignId);
    await addUpdates(tx, campaignId, hours);
    await addWaiting(tx, campaignId);
    await addAudit(tx, campaignId, people, until);
    await addViews(tx, campaignId, hours);
    await addMails(tx, campaignId);
  });
  await sql.unsafe("vacuum (analyze)");
}

const filled = ["supporters", "signatures", "outbox"];

/**
 * Drops indexes that nothing refers to, and rebuilds them at once afterwards; counters still count, and
 * checkpoints wait.
 */
async function setAside(sql) {
  const indexes = await sql`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename = any(${filled})
      and indexname not in (select conname from pg_constraint)`;
  const uniques = await sql`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    where contype = 'u' and conrelid = any(${filled}::regclass[])
      and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)`;
  const counters = await sql`
    select tgname as name from pg_trigger
    where tgrelid = 'signatures'::regclass and tgnewtable is not null and not tgisinternal`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  for (const { table, name } of uniques) await sql`alter table ${sql(table)} drop constraint ${sql(name)}`;
  const waiting = { max_wal_size: "16GB", checkpoint_timeout: "1h" };
  for (const [name, value] of Object.entries(waiting))
    await sql.unsafe(`alter system set ${name} = '${value}'`);
  await sql`select pg_reload_conf()`;
  const count = async (how) => {
    for (const { name } of counters)
      await sql.unsafe(`alter table signatures enable ${how} trigger "${name}"`);
  };
  await count("always");
  return async () => {
    await count("");
    for (const table of filled)
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select coalesce(max(id), 0) + 1
          from ${sql(table)}))`;
    const one = await sql.reserve();
    await one`set maintenance_work_mem = '1GB'`;
    for (const { definition } of indexes) await one.unsafe(definition);
    for (const { table, name, definition } of uniques)
      await one.unsafe(`alter table "${table}" add constraint "${name}" ${definition}`);
    one.release();
    for (const name of Object.keys(waiting)) await sql.unsafe(`alter system reset ${name}`);
    await sql`select pg_reload_conf()`;
  };
}

/** Each hour with the numbers of its signatures: `{ at, from, to }`. */
function hoursOf(people, until, many) {
  const end = Math.floor(until.getTime() / hour) * hour;
  const weights = Array.from({ length: many }, (_, n) => {
    const at = new Date(end - (many - 1 - n) * hour);
    const age = n / 24;
    const launch = 1 + 9 * Math.exp(-age / 9);
    const news = 1 + 4 * Math.exp(-((age % 41) / 2));
    const week = [0.7, 1, 1.1, 1.15, 1.1, 1, 0.75][at.getUTCDay()];
    const day = 0.15 + (1 - Math.cos(((at.getUTCHours() - 6) / 24) * 2 * Math.PI)) / 2;
    const chance = 0.8 + 0.4 * (((n * 2_654_435_761) % 1000) / 1000);
    const begun = n === many - 1 ? (until.getTime() - end) / hour : 1;
    return { at, weight: launch * news * week * day * chance * begun };
  });
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  let from = 1;
  return weights.map(({ at, weight }, n) => {
    sum += weight;
    const to = n === many - 1 ? people : Math.round((sum / total) * people);
    const stretch = { at, from, to, lasts: n === many - 1 ? until.getTime() - end : hour };
    from = to + 1;
    return stretch;
  });
}

/** A pseudo-random number under `below`, derived from `n`. */
const chance = (sql, salt, below) =>
  sql.unsafe(`((n::bigint * 2654435761 + ${salt} * 40503) / 7 % ${below})::int`);

async function addSigners(sql, { campaignId, people, first, last, hours, until, stopped }) {
  const those = hours.filter(({ from, to }) => to >= from && to >= first && from <= last);
  const list = (name) => those.map((each) => each[name]);
  const at = those.map((each) => each.at.toISOString());
  await sql`
    create temporary table signers on commit drop as
    select n, at, host, name, country, r, least(at + case when r < 600 then (20 + r / 4) * interval '1 second'
        when r < 800 then r * interval '1 second' when r < 930 then (r * 3) * interval '1 second'
        when r < 985 then r * interval '20 seconds'
        else interval '26 hours' end, ${until.toISOString()}::timestamptz) as confirmed,
      case when host = any(${hostsOf[stopped] ?? []}::text[])
        and at > ${until.toISOString()}::timestamptz - interval '90 minutes' then 'pending'
        when n % 51 = 0 then case when n % 2 = 0 then 'pending' else 'withdrawn' end
        when n % 331 = 5 then 'quarantined' else 'confirmed' end as state
    from (
      select n, h.at::timestamptz
        + (n - h.from)::float8 / (h.to - h.from + 1) * h.lasts * interval '1 millisecond' as at,
        (${hosts}::text[])[1 + ${chance(sql, 1, hosts.length)}] as host, ${nameOf(sql, people)} as name,
        (${countries}::text[])[1 + least(${chance(sql, 2, countries.length)},
          ${chance(sql, 3, countries.length)}, ${chance(sql, 4, countries.length)})] as country,
        ${chance(sql, 5, 1000)} as r
      from unnest(${at}::text[], ${list("from")}::int[], ${list("to")}::int[],
        ${list("lasts")}::int[]) h (at, "from", "to", lasts)
      cross join lateral generate_series(greatest(h.from, ${first}::int), least(h.to, ${last}::int)) n
    ) person`;
  await sql`
    insert into supporters (id, email_canonical, email, name, country, postal_code, created_at, confirmed_at)
    overriding system value
    select n, mail, mail, name, country, case when n % 3 > 0 then (10000 + n % 90000)::text end, at,
      case when state <> 'pending' then confirmed end
    from (select *, 'person-' || n || '@' || host as mail from signers) person order by n`;
  await sql`
    insert into signatures (id, campaign_id, supporter_id, petition_version, state, comment, source, referrer,
      receipt_code,
      signed_at, confirmed_at, withdrawn_at)
    overriding system value
    select n, ${campaignId}, n, 1, state::signature_state,
      case n % 10 when 3 then E'I work in the field.\nThis has to end, and soon.'
        when 6 then 'They renewed it; nothing else.' end,
      case when r % 3 < 2 then (${sources}::text[])[1 + least(${chance(sql, 6, sources.length)},
        ${chance(sql, 7, sources.length)})] end,
      case when r % 5 < 2 then (${sites}::text[])[1 + least(${chance(sql, 8, sites.length)},
        ${chance(sql, 9, sites.length)})] end,
      regexp_replace(upper(lpad(to_hex(n), 10, '0')), '(.{4})(.{4})(.{2})', '\\1-\\2-\\3'),
      at, case when state <> 'pending' then confirmed end,
      case when state = 'withdrawn' then least(confirmed + interval '40 days',
        ${until.toISOString()}::timestamptz) end
    from signers order by n`;
  await sql`
    insert into outbox (campaign_id, supporter_id, signature_id, template, state, created_at, due_at,
      settled_at, transport, problem)
    select ${campaignId}, n, n, 'confirm-signature',
      case when n % 61 = 0 then 'bounced' when n % 7919 = 0 then 'complained'
        else 'delivered' end::email_state,
      at, at, at + interval '3 seconds', 'resend', case when n % 61 = 0 then 'hard-bounce' end
    from signers order by n`;
}

/** Measures of signers who were deleted unconfirmed: one in nine. */
const gone = "('signed'), ('signed-gone')";

async function addViews(sql, campaignId, hours) {
  const end = hours.at(-1).at.getTime();
  const days = Math.floor(end / (24 * hour)) * 24 * hour - 3 * 24 * hour;
  const at = hours.map((each) => each.at.toISOString());
  const n = hours.map(({ from, to }) => Math.max(0, to - from + 1));
  const byHour = sql`(select at::timestamptz, n, told, (told / 9 - (told - n) / 9)::int as purged from
    (select *, sum(n) over (order by at) as told from unnest(${at}::text[], ${n}::int[]) as t (at, n)) t) h`;
  await sql`
    insert into activity_hours (campaign_id, measure, hour, value, slot, n)
    select ${campaignId}::int, m.measure, h.at,
      case when m.measure = 'signed' then (${hosts.map(providerOf)}::text[])[1 + h.told % ${hosts.length}]
        else '' end, 1, h.purged
    from ${byHour}, (values ${sql.unsafe(gone)}) m (measure)
    where h.purged > 0 and h.at < ${new Date(end - 168 * hour).toISOString()}::timestamptz
    union all
    select ${campaignId}::int, 'view', h.at, p.page, 1, ceil(h.n * p.part)
    from ${byHour},
      (values ('case', 11.3), ('pledge', 0.9), ('letter', 0.7), ('updates', 0.5), ('other',
        1.4)) p (page, part)
    where h.n > 0`;
  await sql`
    insert into activity_hours as a (campaign_id, measure, hour, value, slot, n)
    select ${campaignId}::int, v.measure,
      case when h.at < ${new Date(days).toISOString()}::timestamptz then date_trunc('day', h.at, 'UTC')
        else h.at end, v.value, 1, sum(greatest(1, h.n * 4 / v.place))
    from ${byHour},
      (select 'visit-host' as measure, value, place from unnest(${sites}::text[])
        with ordinality s (value, place)
       union all select 'visit-source', value, place from unnest(${[...shared, ...sources]}::text[])
       with ordinality s (value, place)) v
    where h.n > v.place * 3 group by 1, 2, 3, 4`;
}

async function addMails(sql, campaignId) {
  await sql`
    insert into activity_hours (campaign_id, measure, hour, value, slot, n)
    select ${campaignId}::int, 'mail', hour_of(created_at), 'confirmation ' || f.outcome, 1, count(*)
    from outbox cross join lateral (values ('accepted', true), (state::text, true)) f (outcome, holds)
    where campaign_id = ${campaignId} and template = 'confirm-signature' group by 3, 4`;
}

/** One signer in a hundred pledges, and some change it later. */
async function addPledges(sql, campaignId) {
  const [meeting] = await sql`
    select m.id from meetings m join campaign_companies c on c.company_id = m.target_id
      and (c.meeting_id is null or c.meeting_id = m.id)
    where c.campaign_id = ${campaignId} and c.place = 1 and m.status in ('expected', 'announced', 'open')
      order by m.year limit 1`;
  if (!meeting) return;
  await sql`
    insert into pledges (series, campaign_id, supporter_id, meeting_id, kind, version, holding_form,
      bucket_enc, key_id, account_flags,
      verification, verified_at, status, disclosure_version, attested_at, created_at, confirmed_at,
      withdrawn_at, reviewed_at)
    select gen_random_uuid(), ${campaignId}, supporter_id,
      ${meeting.id}, (case when n % 9 = 0 then 'institution' else 'direct' end)::pledge_kind, 1,
      (array['broker', 'broker', 'registered', 'employee_plan', 'ira_brokerage', 'foreign_broker',
        'unsure'])[1 + n % 7]::holding_form,
      case when n % 29 <> 0 then decode(repeat('5a', 40), 'hex') end,
      case when n % 29 <> 0 then 'history' end, '{cash}',
      (case when n % 13 = 0 then 'document_checked' else 'email_confirmed' end)::pledge_verification,
      case when n % 13 = 0 then at end,
      (case when n % 29 = 0 then 'withdrawn' when n % 53 = 0 then 'flagged' else 'active' end)::pledge_status,
      '2026-11', at, at, at + interval '4 minutes', case when n % 29 = 0 then at + interval '9 days' end,
      case when n % 29 <> 0 and n % 53 = 0 and n % 2 = 0 then at end
    from (select supporter_id, signed_at + interval '6 minutes' as at, row_number() over (order by id) as n
      from signatures
      where campaign_id = ${campaignId} and id % 100 = 17 and state = 'confirmed') s`;
  await sql`
    insert into pledge_willing (pledge_id, willing)
    select id, 'cofile'::willingness from pledges where campaign_id = ${campaignId} and id % 6 = 0
      and status = 'active'
    union all select id, 'attend' from pledges where campaign_id = ${campaignId} and id % 11 = 0
      and status = 'active'`;
  await sql`
    insert into pledge_totals (campaign_id, meeting_id, kind, verification, holding_form, intention, holders,
      bucket_holders, bucket_min, bucket_max)
    select ${campaignId}, ${meeting.id}, kind, verification, holding_form, 'for', count(*), count(*),
      count(*) * 10, count(*) * 99
    from pledges where campaign_id = ${campaignId} and status = 'active'
    group by kind, verification, holding_form`;
}

/** One signer in fifty writes; some letters are on hold. */
async function addLetters(sql, campaignId) {
  await sql`
    insert into letters (campaign_id, supporter_id, state, locale, role, body, display, publication,
      template_similarity, nearest_similarity, scored_at,
      hold_reason, created_at, confirmed_at, withdrawn_at)
    select ${campaignId}::int, supporter_id, (case when n % 31 = 0 then 'withdrawn'
      else 'confirmed' end)::letter_state, (array['en', 'en', 'en', 'es'])[1 + n % 4],
      (array['customer', 'shareholder', 'neighbour', 'touched', null])[1 + n % 5]::letter_role,
      'To the people who answer to shareholders: letter ' || n
        || ' of somebody who has used your products for years, and would like to go on.',
      (case when n % 5 = 0 then 'public' else 'anonymous' end)::signature_display,
      (case when n % 5 = 0 and n % 31 <> 0 and n % 97 <> 0 then 'published'
        when n % 5 = 0 and n % 31 <> 0 then 'awaiting' else 'private' end)::letter_publication,
      (n % 100) / 100.0, (n % 60) / 100.0, at, case when n % 97 = 0 then 'threat' end,
      at, at + interval '5 minutes', case when n % 31 = 0 then at + interval '3 days' end
    from (select supporter_id, signed_at + interval '11 minutes' as at, row_number() over (order by id) as n
      from signatures
      where campaign_id = ${campaignId} and id % 50 = 3 and state = 'confirmed') s`;
}

async function addUpdates(sql, campaignId, hours) {
  const begun = hours
    .filter((_, n) => n > 0 && n % (41 * 24) === 0)
    .map(({ at }) => new Date(at.getTime() + 0.2 * hour));
  for (const [n, at] of begun.entries()) {
    await sql`
      insert into updates (campaign_id, number, state, audience, created_at, edited_at, submitted_at,
        approved_at, approved_alone, approved_sha256,
        send_at, started_at, prepared_at, audience_size, finished_at)
      values (${campaignId}, ${n + 1}, 'sent', '{}', ${at}, ${at}, ${at}, ${at}, true,
        decode(repeat('00', 32), 'hex'), ${at}, ${at}, ${at}, 0, ${at})`;
    await sql`
      insert into activity_hours as a (campaign_id, measure, hour, value, slot, n)
      select ${campaignId}::int, 'mail', hour_of(${at}::timestamptz + i * interval '1 hour'),
        'update ' || o.outcome, 2, o.n
      from generate_series(0, 2) i, lateral (select sum(a.n) / 7 / (i + 1) as n from activity_hours a
        where campaign_id = ${campaignId} and measure = 'joined' and hour < ${at}) s,
        lateral (values ('accepted', s.n), ('delivered', s.n * 98 / 100), ('bounced',
          s.n * 9 / 1000), ('complained', s.n / 2500)) o (outcome, n)
      where s.n > 0 and o.n > 0`;
  }
}

/** What waits for a decision: signatures on hold, names, comments. */
async function addWaiting(sql, campaignId) {
  await sql`
    insert into signature_reviews (signature_id, campaign_id, reasons, score, found_at, waiting)
    select id, campaign_id,
      array[(array['block', 'series', 'cadence', 'disposable', 'name'])[1 + id % 5], 'random'], 120,
      confirmed_at, true
    from signatures where campaign_id = ${campaignId} and state = 'quarantined' order by id`;
  await sql`
    insert into name_reviews (signature_id, campaign_id, reasons, state, name_sha256, found_at, decided_at)
    select id, campaign_id, '{digits}', (case when id % 5 = 0 then 'kept'
      else 'queued' end)::name_review_state, sha256((id % 97)::text::bytea), confirmed_at,
      case when id % 5 = 0 then confirmed_at end
    from signatures where campaign_id = ${campaignId} and state = 'confirmed' and id % 307 = 11 order by id`;
  await sql`
    insert into comment_reviews (signature_id, campaign_id, reasons, comment_sha256, found_at)
    select id, campaign_id, '{link}', sha256(comment::bytea), confirmed_at
    from signatures where campaign_id = ${campaignId} and state = 'confirmed' and comment is not null
      and id % 303 = 13 order by id`;
  // One in four has revoked the consent to give the name: nothing to decide about them.
  await sql`
    insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at, revoked_at)
    select supporter_id, campaign_id, 'deliver_to_company', '2026-11', 'en', signed_at,
      case when id % 4 = 0 then confirmed_at end
    from signatures where campaign_id = ${campaignId} and state = 'confirmed'
      and (id % 307 = 11 or (comment is not null and id % 303 = 13)) order by id`;
}

/** A log entry for each tenth signature, as years of views and exports leave them. */
async function addAudit(sql, campaignId, people, until) {
  await sql`
    insert into audit_entries (at, actor, action, campaign_id, subject, detail)
    select ${until.toISOString()}::timestamptz - (${people}::int - n) * interval '5 seconds',
      case when n % 4 = 0 then 'operator' else coalesce(o.actor, 'system') end,
      (array['people-listed', 'people-searched', 'letter-released', 'export-started', 'export-completed'])[1
        + n % 5], ${campaignId},
      case when n % 3 = 0 then gen_random_uuid() end, '{}'
    from generate_series(10, ${people}::int, 10) n
    left join (select 'organizer:' || organizer_id as actor from campaign_organizers
      where campaign_id = ${campaignId} limit 1) o on true
    order by n`;
}

const hostsOf = {
  gmail: ["gmail.com"],
  outlook: ["outlook.com", "hotmail.com"],
  yahoo: ["yahoo.com"],
  icloud: ["icloud.com"],
  proton: ["proton.me"],
};
/** By share, in seventeenths. No email to them is ever sent. */
const hosts = [
  "gmail.com",
  "gmail.com",
  "gmail.com",
  "gmail.com",
  "gmail.com",
  "gmail.com",
  "gmail.com",
  "outlook.com",
  "hotmail.com",
  "outlook.com",
  "yahoo.com",
  "yahoo.com",
  "icloud.com",
  "icloud.com",
  "proton.me",
  "example.org",
  "mail.example",
];
const providerOf = (host) =>
  Object.entries(hostsOf).find(([, their]) => their.includes(host))?.[0] ?? "other";
const countries = [
  "US",
  "US",
  "DE",
  "GB",
  "FR",
  "ES",
  "CA",
  "NL",
  "MX",
  "IT",
  "AU",
  "BR",
  "SE",
  "IE",
  "AR",
  "PL",
  "IN",
  "AT",
  "BE",
  "CH",
  "DK",
  "NO",
  "FI",
  "PT",
  "NZ",
  "CO",
  "CL",
  "PE",
  "ZA",
  "JP",
  "KE",
  "GR",
  "CZ",
  "RO",
  "HU",
  "TR",
  "IL",
  "SG",
  "KR",
  "PH",
];
const shared = ["whatsapp", "link", "mail", "bluesky", "mastodon", "telegram"];
const sources = [
  "newsletter",
  "whatsapp",
  "poster",
  "partner-union",
  "flyer",
  "bluesky",
  "podcast",
  "mail",
  "link",
  "church-bulletin",
  "mastodon",
  "campus",
  "telegram",
  "radio",
  "stickers",
  "meetup",
  "partner-clinic",
  "zine",
  "qr-window",
  "booth",
];
const sites = Array.from({ length: 24 }, (_, n) =>
  n % 3 === 0 ? `news-${n}.example` : n % 3 === 1 ? `forum-${n}.example` : `www.blog-${n}.example`,
);

const nameOf = (sql, people) => sql`
  case
    when n % 50000 = 13 then 'Zqxela Moreno'
    when n % 1000 = 21 then 'Ana Wyndham'
    when n % 1000 = 7 then '=HYPERLINK("http://example.org","' || n || '")'
    when n % 1000 = 8 then 'Pat "Rocky" O''Neil, Jr.'
    when n % 1000 = 9 then 'مريم العلي'
    when n <= ${Math.round(people / 3)}::int and n % 4 = 0 then 'Kai Östlund ' || n % 97
    else (array['Maria', 'Jon', 'Lena', 'Karim', 'Rosa', 'Tom', 'Ines', 'Paul', 'Mei', 'Ola', 'Vera',
      'Hugo'])[1 + (n * 7::bigint) % 12]
      || ' ' || (array['Bel', 'Dor', 'Fen', 'Gra', 'Hol', 'Kas', 'Lun', 'Mon', 'Pet', 'Ros', 'Sal', 'Vin'])[1
        + (n / 12) % 12]
      || (array['a', 'ba', 'de', 'go', 'ki', 'lo', 'ma', 'ne', 'ro', 'so', 'ti', 'vu'])[1 + (n / 144) % 12]
      || (array['berg', 'cic', 'dez', 'ford', 'man', 'nen', 'ov', 'rez', 'sen', 'ska', 'ton', 'wood'])[1
        + (n / 1728) % 12]
  end`;
