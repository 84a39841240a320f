import { type SignatureState, signatureStates } from "../signatures/signature.ts";
import { type ExportFilter, presetColumns, type SignaturePreset } from "./presets.ts";

/** COPY takes no parameters: everything that enters its text is a number, one of our words, or a checked day. */
const literal = {
  id: (id: number) => String(Math.trunc(id)),
  state: (state: SignatureState) => {
    if (!signatureStates.includes(state)) throw new Error(`no state of a signature: ${state}`);
    return `'${state}'`;
  },
  day: (day: string) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`no day: ${day}`);
    return `'${day}'`;
  },
};

/** `neutral`, in SQL. */
const safe = (cell: string) =>
  `case when ${cell} ~ '^[=+@\\t\\r\\n＝＋－＠-]' then '''' || ${cell} else ${cell} end`;

const utc = (time: string, pattern: string) => `to_char(${time} at time zone 'UTC', '${pattern}')`;
const second = 'YYYY-MM-DD"T"HH24:MI:SS"Z"';

const cells = {
  receipt_code: "s.receipt_code",
  signed_on: utc("s.signed_at", "YYYY-MM-DD"),
  signature_id: "s.public_id",
  signed_at_utc: utc("s.signed_at", second),
  confirmed_at_utc: utc("s.confirmed_at", second),
  name: safe("p.name"),
  email: safe("p.email"),
  postal_code: safe("p.postal_code"),
  country: "p.country",
  comment: safe("s.comment"),
  display: "s.display",
  email_opt_in: "case when updates.id is null then 'no' else 'yes' end",
  consent_version: "agreed.text_version",
  petition_version: "s.petition_version",
  source: safe("s.source"),
  referrer: safe("s.referrer"),
  status: "s.state",
  exclusion_reason: safe("s.exclusion_reason"),
};

const consentInForce = (alias: string, purpose: string) => `consents ${alias}
  on ${alias}.supporter_id = s.supporter_id and ${alias}.campaign_id = s.campaign_id
  and ${alias}.purpose = '${purpose}' and ${alias}.revoked_at is null`;

const joins: Record<SignaturePreset, string> = {
  full: `left join ${consentInForce("updates", "updates")} left join ${consentInForce("agreed", "sign")}`,
  delivery: `join ${consentInForce("delivered", "deliver_to_company")}`,
};

/** The query behind a file: one row a signature, in the order of signing, so that the same data gives the same bytes. */
export function signaturesQuery(campaignId: number, preset: SignaturePreset, filter: ExportFilter): string {
  const columns = presetColumns[preset].map((name) => `${cells[name]} as "${name}"`);
  const conditions = [`s.campaign_id = ${literal.id(campaignId)}`];
  // What goes to the company is confirmed, whatever was asked for.
  const state = preset === "delivery" ? "confirmed" : filter.state;
  if (state !== "all") conditions.push(`s.state = ${literal.state(state)}`);
  if (filter.from)
    conditions.push(`s.signed_at >= ${literal.day(filter.from)}::timestamp at time zone 'UTC'`);
  if (filter.to) {
    conditions.push(
      `s.signed_at < (${literal.day(filter.to)}::timestamp + interval '1 day') at time zone 'UTC'`,
    );
  }
  return `select ${columns.join(", ")}
    from signatures s join supporters p on p.id = s.supporter_id ${joins[preset]}
    where ${conditions.join(" and ")}
    order by s.signed_at, s.id`;
}
