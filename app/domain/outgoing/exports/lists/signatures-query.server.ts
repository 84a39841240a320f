import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { commentIsFit, nameIsFit } from "#app/domain/names/fit-name.server.ts";
import {
  allowedFilter,
  type ColumnOf,
  columnsOf,
  type ExportFilter,
  type ExportFormat,
  type SignaturePreset,
} from "#app/domain/outgoing/exports/presets.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";

/**
 * COPY takes no parameters: its text contains only numbers, our own words, and validated days, times and
 * countries.
 */
const literal = {
  id: (id: number) => String(Math.trunc(id)),
  state: (state: SignatureState) => {
    if (!signatureStates.includes(state)) throw new Error("not a state of a signature");
    return `'${state}'`;
  },
  day: (day: string) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error("not a day");
    return `'${day}'`;
  },
  country: (code: string) => {
    if (!/^[A-Z]{2}$/.test(code)) throw new Error("not a country");
    return `'${code}'`;
  },
  moment: (at: string) => {
    if (!/^[0-9:. +-]{19,40}$/.test(at)) throw new Error("not a moment");
    return `'${at}'::timestamptz`;
  },
  place: ({ at, id }: SignaturePlace) => `(${literal.moment(at)}, ${literal.id(id)})`,
  company: (slug: string) => {
    if (!/^[a-z0-9-]{1,64}$/.test(slug)) throw new Error("not a company");
    return `(select id from targets where slug = '${slug}')`;
  },
  purpose: (purpose: ConsentPurpose) => {
    if (!/^[a-z_]+$/.test(purpose)) throw new Error("not a purpose of a consent");
    return `'${purpose}'`;
  },
};

/** `escapeFormula`, in SQL. */
const safe = (cell: string) =>
  `case when ${cell} ~ '^[=+@\\t\\r\\n＝＋－＠-]' then '''' || ${cell} else ${cell} end`;

const utc = (time: string, pattern: string) => `to_char(${time} at time zone 'UTC', '${pattern}')`;
const second = 'YYYY-MM-DD"T"HH24:MI:SS"Z"';
/** A condition without parameters, as text. */
const textOf = (condition: SQL) => new PgDialect().sqlToQuery(condition).sql;

/** The company gets names and comments an organizer approved, as in a pack. */
const nameFit = textOf(nameIsFit(sql`s.id`));
const fitComment = `case when ${textOf(commentIsFit(sql`s.id`))} then s.comment end`;

const yesNo = "case when updates.id is null then 'no' else 'yes' end";

/** The text before the last space; a name without one is a first name. */
const firstName = "regexp_replace(p.name, '\\s+\\S+$', '')";
const lastName = "coalesce(substring(p.name from '\\s(\\S+)$'), '')";

type Column = ColumnOf<SignaturePreset> | "deliver_to";

/** Columns without text that somebody typed. */
const cells: Record<Exclude<Column, keyof typeof texts>, string> = {
  receipt_code: "s.receipt_code",
  signed_on: utc("s.signed_at", "YYYY-MM-DD"),
  "Signed On": utc("s.signed_at", "YYYY-MM-DD"),
  signature_id: "s.public_id",
  signed_at_utc: utc("s.signed_at", second),
  signed_at: utc("s.signed_at", second),
  confirmed_at_utc: utc("s.confirmed_at", second),
  country: "p.country",
  Country: "p.country",
  Language: "p.locale",
  display: "s.display",
  email_opt_in: yesNo,
  "Email Opt-In": yesNo,
  consent_version: "agreed.text_version",
  petition_version: "s.petition_version",
  status: "s.state",
  address: "null",
  city: "null",
  state: "null",
  phone: "null",
  attributes: `jsonb_build_object('name', p.name, 'country', p.country, 'postal_code', p.postal_code,
    'language', p.locale, 'signed_at', ${utc("s.signed_at", second)},
    'email_opt_in', updates.id is not null)`,
  deliver_to: `(select string_agg(t.slug, ' ' order by o.place) from consents d
    join targets t on t.id = d.company_id
    join campaign_companies o on o.campaign_id = d.campaign_id and o.company_id = d.company_id
    where d.supporter_id = s.supporter_id and d.campaign_id = s.campaign_id
      and d.purpose = 'deliver_to_company' and d.revoked_at is null)`,
};
/** Text that somebody typed: neutralized where a spreadsheet would run it. */
const texts = {
  name: "p.name",
  full_name: "p.name",
  "Full Name": "p.name",
  first_name: firstName,
  "First Name": firstName,
  last_name: lastName,
  "Last Name": lastName,
  email: "p.email",
  "Email Address": "p.email",
  postal_code: "p.postal_code",
  zip_code: "p.postal_code",
  "Postal Code": "p.postal_code",
  comment: "s.comment",
  source: "s.source",
  referrer: "s.referrer",
  exclusion_reason: "s.exclusion_reason",
} satisfies Partial<Record<Column, string>>;

const isText = (column: Column): column is keyof typeof texts => Object.hasOwn(texts, column);

/** The SQL of a cell. The company gets only comments that passed review. */
function cellOf(preset: SignaturePreset, column: Column, format: ExportFormat): string {
  if (!isText(column)) return cells[column];
  const text = preset === "delivery" && column === "comment" ? fitComment : texts[column];
  return format === "csv" ? safe(text) : text;
}

const consentInForce = (alias: string, purpose: ConsentPurpose) => `consents ${alias}
  on ${alias}.supporter_id = s.supporter_id and ${alias}.campaign_id = s.campaign_id
  and ${alias}.purpose = ${literal.purpose(purpose)} and ${alias}.revoked_at is null`;

/** A position in signing order: the row there. `at` is in the database's notation, to the microsecond. */
export type SignaturePlace = { at: string; id: number };

/** Part of a list: after one position up to another, among those who had signed by a position and an id. */
export type SignatureSlice = {
  after: SignaturePlace | null;
  through?: SignaturePlace | null;
  until: SignaturePlace | null;
};

const whole: SignatureSlice = { after: null, until: null };
const order = "order by s.signed_at, s.id";

/** Builds the query of a file, one row a signature in signing order: the same data gives the same bytes. */
export function signaturesQuery(
  campaignId: number,
  preset: SignaturePreset,
  asked: ExportFilter,
  slice = whole,
): string {
  const { columns, from } = partsOf(campaignId, preset, asked, slice);
  return `select ${columns}
    ${from}
    ${order}`;
}

/** Finds the place of a full slice's last row: no row where fewer are left. */
export function lastPlaceQuery(
  campaignId: number,
  { preset, filter }: { preset: SignaturePreset; filter: ExportFilter },
  slice: SignatureSlice,
  rows: number,
): string {
  const { from } = partsOf(campaignId, preset, filter, slice);
  return (
    `select s.signed_at::text as at, s.id::float8 as id ${from} ${order} offset ${literal.id(rows - 1)} ` +
    "limit 1"
  );
}

function partsOf(
  campaignId: number,
  preset: SignaturePreset,
  asked: ExportFilter,
  { after, through, until }: SignatureSlice,
) {
  const { states, countries, consent, company, from, to, format } = allowedFilter(preset, asked);
  const names = columnsOf({ preset, filter: asked }) as Column[];
  // Consent is given per company.
  const gets = company
    ? literal.company(company)
    : `(select target_id from campaigns where id = ${literal.id(campaignId)})`;
  const agreed = consent === "deliver_to_company";
  const columns = names.map((name) => `${cellOf(preset, name, format)} as "${name}"`);
  const conditions = [`s.campaign_id = ${literal.id(campaignId)}`];
  if (preset === "delivery") conditions.push(nameFit);
  if (states.length) conditions.push(`s.state in (${states.map(literal.state).join(", ")})`);
  if (countries.length) conditions.push(`p.country in (${countries.map(literal.country).join(", ")})`);
  if (from) conditions.push(`s.signed_at >= ${literal.day(from)}::timestamp at time zone 'UTC'`);
  if (to) {
    conditions.push(`s.signed_at < (${literal.day(to)}::timestamp + interval '1 day') at time zone 'UTC'`);
  }
  if (after) conditions.push(`(s.signed_at, s.id) > ${literal.place(after)}`);
  if (through) conditions.push(`(s.signed_at, s.id) <= ${literal.place(through)}`);
  if (until)
    conditions.push(`s.signed_at <= ${literal.moment(until.at)} and s.id <= ${literal.id(until.id)}`);
  const text = columns.join(", ");
  const joins = [
    consent
      ? `join ${consentInForce("needed", consent)}${agreed ? ` and needed.company_id = ${gets}` : ""}`
      : "",
    company && !agreed
      ? `join ${consentInForce("delivered", "deliver_to_company")} and delivered.company_id = ${gets}`
      : "",
    text.includes("updates.id") ? `left join ${consentInForce("updates", "updates")}` : "",
    text.includes("agreed.text_version") ? `left join ${consentInForce("agreed", "sign")}` : "",
  ];
  return {
    columns: text,
    from: `from signatures s join supporters p on p.id = s.supporter_id ${joins.join(" ")}
    where ${conditions.join(" and ")}`,
  };
}
