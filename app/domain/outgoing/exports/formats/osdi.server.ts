import { Readable } from "node:stream";
import { readRecords } from "./read-records.server.ts";
import type { OpenedList } from "./stream-export.server.ts";

const second = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const utc = (time: string) => `to_char(${time} at time zone 'UTC', ${second})`;

/** A signature and its person as OSDI 1.2 resources (opensupporter.github.io), with full and split name. */
export const osdiSignature = `jsonb_strip_nulls(jsonb_build_object(
  'identifiers', jsonb_build_array('undersigned:' || s.public_id),
  'origin_system', 'Undersigned',
  'created_date', ${utc("s.signed_at")},
  'modified_date', ${utc("coalesce(s.withdrawn_at, s.invalidated_at, s.confirmed_at, s.signed_at)")},
  'action_date', ${utc("s.signed_at")},
  'comments', s.comment,
  'undersigned:state', s.state,
  'referrer_data', case when coalesce(s.source, s.referrer) is not null
    then jsonb_build_object('source', s.source, 'website', s.referrer) end,
  '_embedded', jsonb_build_object('osdi:person', jsonb_build_object(
    'identifiers', jsonb_build_array('undersigned:' || p.public_id),
    'given_name', regexp_replace(p.name, '\\s+\\S+$', ''),
    'family_name', substring(p.name from '\\s(\\S+)$'),
    'undersigned:full_name', p.name,
    'email_addresses', jsonb_build_array(jsonb_build_object('primary', true, 'address', p.email,
      'status', case when updates.id is null then 'unsubscribed' else 'subscribed' end)),
    'postal_addresses', jsonb_build_array(jsonb_build_object('primary', true, 'postal_code', p.postal_code,
      'country', p.country)),
    'languages_spoken', jsonb_build_array(p.locale)))))`;

/** Turns one JSON column into one document: a collection of OSDI signatures. */
export function asOsdi(copy: OpenedList): OpenedList {
  const records = readRecords(copy);
  let rows = 0;
  async function* document() {
    yield '{"_embedded":{"osdi:signatures":[';
    let head = true;
    for await (const [json] of records.read()) {
      if (head) {
        head = false;
        continue;
      }
      yield `${rows === 0 ? "\n" : ",\n"}${json}`;
      rows++;
    }
    yield `\n]},"total_records":${rows}}\n`;
  }
  const source = Readable.from(document(), { objectMode: false, highWaterMark: 64 * 1024 });
  return { ...records.opened(source), rows: () => rows };
}
