// Signatures as after years of a campaign, made by SQL. All people and words are made up.

/** Rows to make for `confirmed` confirmed signatures: every 51st is pending or withdrawn. */
const rowsFor = (confirmed) => Math.ceil((confirmed * 51) / 50);

/**
 * Adds signatures to a campaign until it has `confirmed` confirmed ones, oldest first, 20 seconds
 * apart. Cells hold what makes CSV hard: quotes, commas, line breaks, formulas, other alphabets.
 */
export async function fillCampaign(sql, campaignId, confirmed) {
  const [{ rows: before }] = await sql`select count(*)::int as rows from signatures`;
  const last = rowsFor(confirmed);
  const first = before + 1;
  if (first > last) return;

  await sql.begin(async (tx) => {
    await tx`set local synchronous_commit = off`;
    await tx`set local work_mem = '256MB'`;
    await tx`
      insert into supporters (email_canonical, email, name, country, postal_code, created_at, confirmed_at)
      select mail, mail, name, (array['US', 'DE', 'FR', 'ES', 'CA', 'GB'])[1 + n % 6],
        case when n % 3 > 0 then (10000 + n % 90000)::text end, at, case when ${isConfirmed(tx)} then at end
      from (
        select n, 'person-' || n || '@example.org' as mail, ${timeOf(tx)} as at,
          ${nameOf(tx, confirmed)} as name
        from generate_series(${first}::int, ${last}::int) n
      ) person`;
    await tx`
      insert into signatures (campaign_id, supporter_id, petition_version, state, comment, source,
        receipt_code, signed_at, confirmed_at, withdrawn_at)
      select ${campaignId}, id, 1,
        (case when ${isConfirmed(tx)} then 'confirmed' when n % 2 = 0 then 'pending'
          else 'withdrawn' end)::signature_state,
        case n % 10
          when 3 then E'I work in the field.\nThis has to end, and soon.'
          when 6 then 'They said "we take this seriously", then renewed it; nothing else.'
          when 9 then '+1 from all of us'
        end,
        case when n % 7 = 0 then 'newsletter' end,
        regexp_replace(upper(lpad(to_hex(n), 10, '0')), '(.{4})(.{4})(.{2})', '\\1-\\2-\\3'),
        created_at, case when ${isConfirmed(tx)} then created_at end,
        case when not ${isConfirmed(tx)} and n % 2 = 1 then created_at end
      from (
        select id, created_at, substring(email_canonical from '\\d+')::int as n from supporters
        where created_at >= (select ${timeOf(tx)} from (select ${first}::int as n) the_first)
      ) person`;
    await tx`
      insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
      select supporter_id, campaign_id, purpose, '2026-11', 'en', signed_at
      from (
        select s.supporter_id, s.campaign_id,
          s.signed_at, ('x' || right(replace(receipt_code, '-', ''), 8))::bit(32)::int as n
        from signatures s
        where signed_at >= (select ${timeOf(tx)} from (select ${first}::int as n) the_first)
      ) signature
      cross join unnest(array['sign', 'updates', 'deliver_to_company']::consent_purpose[]) as purpose
      where purpose = 'sign' or (purpose = 'updates' and n % 5 < 2)
        or (purpose = 'deliver_to_company' and n % 10 < 7)`;
  });
  for (const table of ["supporters", "signatures", "consents"]) await sql.unsafe(`vacuum (analyze) ${table}`);
}

const isConfirmed = (sql) => sql`n % 51 <> 0`;
const timeOf = (sql) => sql`timestamptz '2025-01-01 00:00:00Z' + n * interval '20 seconds'`;

const nameOf = (sql, confirmed) => sql`
  case
    when n % 50000 = 13 then 'Zqxela Moreno'
    when n % 1000 = 21 then 'Ana Wyndham'
    when n % 1000 = 7 then '=HYPERLINK("http://example.org","' || n || '")'
    when n % 1000 = 8 then 'Pat "Rocky" O''Neil, Jr.'
    when n % 1000 = 9 then 'مريم العلي'
    when n <= ${Math.round(confirmed / 3)} and n % 4 = 0 then 'Kai Östlund ' || n % 97
    else (array['Maria', 'Jon', 'Lena', 'Karim', 'Rosa', 'Tom', 'Ines', 'Paul', 'Mei', 'Ola', 'Vera',
      'Hugo'])[1 + (n * 7) % 12]
      || ' ' || (array['Bel', 'Dor', 'Fen', 'Gra', 'Hol', 'Kas', 'Lun', 'Mon', 'Pet', 'Ros', 'Sal', 'Vin'])[1
        + (n / 12) % 12]
      || (array['a', 'ba', 'de', 'go', 'ki', 'lo', 'ma', 'ne', 'ro', 'so', 'ti', 'vu'])[1 + (n / 144) % 12]
      || (array['berg', 'cic', 'dez', 'ford', 'man', 'nen', 'ov', 'rez', 'sen', 'ska', 'ton', 'wood'])[1
        + (n / 1728) % 12]
  end`;
