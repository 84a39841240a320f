import { sql } from "drizzle-orm";
import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import type { Job } from "#app/domain/entries/imports/job.ts";
import type { RowOutcome, RowRefusal } from "#app/domain/entries/imports/outcomes.ts";
import type { RowPerson } from "#app/domain/entries/imports/reading/read-row.ts";
import { createReceiptCode } from "#app/domain/entries/signatures/receipt-code.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { findRepeats } from "./find-repeats.server.ts";

type Person = RowPerson & { email: NonNullable<RowPerson["email"]> };
type Known = { id: number; canonical: string; signed: boolean; mine: boolean; getsUpdates: boolean };

/**
 * Settles rows with addresses, unless in a dry run, and returns their outcomes. New people get a signature
 * marked as imported, with the stated consents. People who have signed here before stay as they are. People
 * who said "never write to me", or were erased, in any campaign, are declined, with one code for both and
 * only in a real import: a dry run can be repeated without a trace, so it must reveal nothing of other
 * campaigns.
 */
export async function importPeople(
  tx: Tx,
  keys: Keys,
  job: Job,
  read: readonly (RowPerson | RowRefusal)[],
  now: Date,
): Promise<RowOutcome[]> {
  const people = read.map((row) => (typeof row === "string" || row.email === null ? null : (row as Person)));
  const first = new Map<string, Person>();
  for (const person of people)
    if (person && !first.has(person.email.canonical)) first.set(person.email.canonical, person);

  const met = await findRepeats(tx, keys, job, [...first.keys()]);
  const { known, declined } =
    job.state === "importing"
      ? await rememberPeople(tx, keys, job, first, now)
      : { known: await findKnown(tx, job, [...first.keys()]), declined: new Set<string>() };
  const wanted = [...first.values()].filter(({ email }) => !declined.has(email.canonical));
  const added =
    job.state === "importing"
      ? await addSignatures(tx, job, wanted, known)
      : new Set([...first.keys()].filter((canonical) => !known.get(canonical)?.signed));

  return read.map((row, n): RowOutcome => {
    if (typeof row === "string") return row;
    const person = people[n];
    if (!person) return "email-missing";
    const { canonical } = person.email;
    const before = known.get(canonical);
    // However often the file has them, and wherever a slice ends.
    if (before?.signed && !before.mine) return "known";
    if (first.get(canonical) !== person || met.has(canonical) || before?.signed) return "repeat";
    if (declined.has(canonical)) return "declined";
    return added.has(canonical) ? "new" : "known";
  });
}

/** Which of these addresses must not be imported. */
async function findDeclined(tx: Tx, keys: Keys, people: readonly Person[]): Promise<Set<string>> {
  const byHash = new Map<string, string>();
  for (const { email } of people) {
    for (const hash of hashesOfAddress(keys, email.address))
      byHash.set(hash.toString("hex"), email.canonical);
  }
  const rows = await tx.execute<{ hash: string }>(sql`
    with asked as materialized (
      select decode(hash, 'hex') as hash
      from jsonb_array_elements_text(${JSON.stringify([...byHash.keys()])}::jsonb) as hash)
    select encode(hash, 'hex') as hash from asked join erased_addresses on address_hmac = hash
    union all
    select encode(hash, 'hex') from asked join suppressions on address_hmac = hash and reason = 'never'`);
  return new Set(rows.map(({ hash }) => byHash.get(hash) ?? ""));
}

/**
 * Inserts people who are new, as in the list, and locks all; others stay as they are. Who was erased, or said
 * "never", is asked before, so that nobody known to be declined is stored, and again once all are locked:
 * inserting waits for a transaction that deletes a person of that address.
 */
async function rememberPeople(
  tx: Tx,
  keys: Keys,
  job: Job,
  first: ReadonlyMap<string, Person>,
  now: Date,
): Promise<{ known: Map<string, Known>; declined: Set<string> }> {
  const declined = await findDeclined(tx, keys, [...first.values()]);
  const wanted = [...first.values()].filter(({ email }) => !declined.has(email.canonical));
  const inserted: string[] = [];
  let known = new Map<string, Known>();
  // Somebody whom another transaction deletes just then is missing, and inserted the next time.
  for (let missing = wanted; missing.length > 0; ) {
    inserted.push(...(await insertPeople(tx, job, missing, now)));
    known = await findKnown(tx, job, [...first.keys()]);
    missing = missing.filter(({ email }) => !known.has(email.canonical));
  }
  const since = await findDeclined(tx, keys, wanted);
  const brought = inserted.filter((canonical) => since.has(canonical));
  if (brought.length > 0) {
    await tx.execute(sql`
      delete from supporters where email_canonical in (
        select jsonb_array_elements_text(${JSON.stringify(brought)}::jsonb))`);
    for (const canonical of brought) known.delete(canonical);
  }
  return { known, declined: new Set([...declined, ...since]) };
}

async function insertPeople(tx: Tx, job: Job, people: readonly Person[], now: Date): Promise<string[]> {
  const rows = people.map(({ email, name, country, postalCode }) => ({
    canonical: email.canonical,
    email: email.address,
    name,
    country,
    postal_code: postalCode,
  }));
  const inserted = await tx.execute<{ canonical: string }>(sql`
    insert into supporters (email_canonical, email, name, country, postal_code, locale, created_at)
    select canonical, email, name, country, postal_code, ${job.locale}, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (canonical text, email text, name text, country text, postal_code text)
    order by canonical
    on conflict (email_canonical) do nothing
    returning email_canonical as canonical`);
  return inserted.map(({ canonical }) => canonical);
}

/**
 * Finds who of these exists: whether they signed this campaign, and were ever asked for its updates. Looks up
 * each person singly, however many there are.
 */
async function findKnown(tx: Tx, job: Job, canonicals: readonly string[]): Promise<Map<string, Known>> {
  const rows = await tx.execute<Known>(sql`
    select p.id::float8 as id, p.email_canonical as canonical, s.id is not null as signed,
      coalesce(s.import_id = ${job.id}, false) as mine, coalesce(told.updates, false) as "getsUpdates"
    from supporters p
    left join signatures s on s.supporter_id = p.id and s.campaign_id = ${job.campaignId}
    left join lateral (
      select true as updates from consents c
      where c.supporter_id = p.id and c.campaign_id = ${job.campaignId} and c.purpose = 'updates'
      limit 1) told on true
    where p.email_canonical in (select jsonb_array_elements_text(${JSON.stringify(canonicals)}::jsonb))
    ${job.state === "importing" ? sql`order by p.id for key share of p` : sql``}`);
  return new Map(rows.map((row) => [row.canonical, row]));
}

/** Returns who was added. If somebody signs at the same time, the first signature counts. */
async function addSignatures(
  tx: Tx,
  job: Job,
  people: readonly Person[],
  known: Map<string, Known>,
): Promise<Set<string>> {
  const rows = people.flatMap(({ email, comment, signedOn, wantsUpdates }) => {
    const person = known.get(email.canonical);
    if (!person || person.signed) return [];
    // Those who revoked it, or gave it here, are not asked again through an imported list.
    const updates = job.updatesFor === "everyone" || (job.updatesFor === "column" && wantsUpdates);
    return {
      id: person.id,
      canonical: person.canonical,
      comment,
      on: signedOn ?? job.agreedOn,
      receipt: createReceiptCode(),
      purposes: updates && !person.getsUpdates ? ["sign", "updates"] : ["sign"],
    };
  });
  if (rows.length === 0) return new Set();
  const added = await tx.execute<{ id: number }>(sql`
    insert into signatures (campaign_id, supporter_id, petition_version, state, comment, receipt_code,
      signed_at, import_id)
    select ${job.campaignId}::int, id, ${job.petitionVersion}::int, 'imported', comment, receipt,
      "on"::timestamp at time zone 'UTC', ${job.id}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id bigint, comment text, "on" text, receipt text)
    on conflict (campaign_id, supporter_id) do nothing
    returning supporter_id::float8 as id`);
  const ids = new Set(added.map(({ id }) => id));
  const signed = rows.filter(({ id }) => ids.has(id));
  const agreed = signed.flatMap(({ id, on, purposes }) => purposes.map((purpose) => ({ id, on, purpose })));
  await tx.execute(sql`
    insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at, import_id)
    select id, ${job.campaignId}::int, purpose::consent_purpose, ${`import-${job.number}`}, ${job.locale},
      "on"::timestamp at time zone 'UTC', ${job.id}::bigint
    from jsonb_to_recordset(${JSON.stringify(agreed)}::jsonb) as r (id bigint, "on" text, purpose text)
    on conflict do nothing`);
  return new Set(signed.map(({ canonical }) => canonical));
}
