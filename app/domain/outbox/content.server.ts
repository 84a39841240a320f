import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { ReservedSql } from "postgres";
import { listNames } from "#app/domain/campaign/company/campaign-companies.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { openErasedAddress } from "#app/domain/queue/erased-notice.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { senderOf } from "#app/domain/queue/sender-of.ts";
import { createGroupCommitOf } from "#app/lib/group-commit.ts";
import { unlessExample } from "#app/lib/placeholders.ts";
import type { Message } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import type { Email, EmailName, EmailProps } from "#emails/index.ts";
import type { MailKind } from "./failed-email.ts";
import { tooOld } from "./too-old.ts";
import { type Row, type Writing, writingOf } from "./writing.server.ts";

/**
 * What emails are about. `joins` lead to it from the email `d` and its person, the supporter `s` or the
 * organizer `o`. `columns` are the fields of `Props`, read when an email is written, with `further` joins;
 * there `c` is the campaign. `company` is the id of the company it is about; without it, the whole campaign.
 */
export type Subject<Props> = { joins: SQL; columns: SQL; company?: SQL; further?: SQL; props?: Props };

/** An email's content, or why it waits; null if there is nothing to say. */
type Written<Name extends EmailName> =
  | ({ props: EmailProps<Name> } & Pick<Message, "unsubscribeUrl" | "attachments">)
  | { waits: string }
  | null;

type Described<Name extends EmailName, Props> = {
  name: Name;
  kind: MailKind;
  /** `erased`: somebody whose rows are gone, by the address sealed in the email's own row. */
  to: "supporter" | "organizer" | "erased";
  about?: Subject<Props>;
  /** True once it is no longer correct: it is skipped. By default: once it is too old. */
  outdated?: SQL;
  /** True while it stays in the queue even if due; a condition on the email `d` alone. */
  waits?: SQL;
  /** It has attachments, which a call to many cannot. */
  alone?: boolean;
  /** It is sent even while sending is paused. */
  goesWhilePaused?: boolean;
  /** Part of the content may be uncertain for now: then the email leaves the queue until that is settled. */
  unsure?: {
    find(tx: Tx, ids: readonly number[]): Promise<ReadonlySet<number>>;
    /** False while another transaction locks what it was queued from. */
    putBack(tx: Tx, id: number): Promise<boolean>;
  };
  /** Reads no clock: the same rows make the same email. */
  write(row: Row & Props, writing: Writing): Written<Name> | Promise<Written<Name>>;
};

export type AddressedEmail = { from: string; to: string; replyTo: string | null; email: Email } & Pick<
  Message,
  "unsubscribeUrl" | "attachments" | "withholdRecipient"
>;

/** An email that is sent one by one. */
export type Content = Pick<
  Described<EmailName, never>,
  "name" | "kind" | "to" | "waits" | "alone" | "goesWhilePaused" | "unsure"
> & {
  /** Of the email `d`: `select id, address, outdated`. */
  checked: SQL;
  /**
   * Returns the email and its addressee, read now: a name corrected a second ago is used. Null when the row,
   * or what it is about, is gone.
   */
  write(db: Db, mailing: Mailing, emailId: number): Promise<AddressedEmail | { waits: string } | null>;
};

const people = {
  supporter: {
    join: sql`join supporters s on s.id = d.supporter_id`,
    address: sql`s.email`,
    columns: sql`s.email as "to", s.public_id as "personId", s.name, s.locale`,
    locale: sql`s.locale`,
  },
  organizer: {
    join: sql`join organizers o on o.id = d.organizer_id`,
    address: sql`o.email`,
    columns: sql`o.email as "to", o.id as "personId", o.name, d.locale`,
    locale: sql`d.locale`,
  },
  // Nobody suppresses the answer to their own request.
  erased: {
    join: sql``,
    address: sql`''`,
    columns: sql`'' as "to", d.public_id as "personId", '' as name, d.locale, d.sealed_to as sealed,
      d.sealed_key_id as "keyId"`,
    locale: sql`d.locale`,
  },
};

/** Makes an email out of what a file of `contents` says of it. */
export function content<Name extends EmailName, Props = unknown>(described: Described<Name, Props>): Content {
  const { name, to, about, outdated = tooOld, write, ...rest } = described;
  const person = people[to];
  const checked = sql`select d.id::int, ${person.address} as address, coalesce(${outdated}, false) as outdated
    from outbox d ${person.join} ${about?.joins ?? sql``}`;
  const read = createReader<Props>(to, about);
  return {
    ...rest,
    name,
    to,
    checked,
    async write(db, mailing, emailId) {
      const found = await read(db, emailId);
      const row = found && to === "erased" ? openErasedAddress(mailing.keys, found) : found;
      const written = row && (await write(row, writingOf(db, mailing, row)));
      if (!written || "waits" in written) return written;
      const { props, ...more } = written;
      const withheld = to === "erased" && { withholdRecipient: true };
      return { ...addressed(mailing, row), ...more, ...withheld, email: { name, props } as Email };
    },
  };
}

function addressed({ from, localMode }: Mailing, { to, ...row }: Row) {
  const senderName = unlessExample(row.senderName, localMode);
  const senderAddress = unlessExample(row.senderAddress, localMode);
  const replyTo = unlessExample(row.replyTo, localMode);
  return { from: senderOf(from, { senderName, senderAddress }), to, replyTo };
}

/**
 * Reads what an email needs, as it is now. An email without a campaign speaks for the one its person signed
 * last, else the featured one. Concurrent reads are batched into one statement, planned once a connection.
 */
function createReader<Props>(to: keyof typeof people, about: Subject<Props> | undefined) {
  const person = people[to];
  const companies = about?.company
    ? sql`(select 1 as place) o join targets t on t.id = ${about.company}`
    : sql`campaign_companies o join targets t on t.id = o.company_id where o.campaign_id = c.id`;
  // One lookup per id ("offset 0"): otherwise the planner may read a whole table whose statistics call it
  // small.
  const { sql: text } = new PgDialect().sqlToQuery(sql`
    select found.* from unnest($1::bigint[]) as wanted (id) cross join lateral (
    select d.id::float8 as id, d.public_id as "publicId", d.created_at as "createdAt", ${person.columns},
      c.id as "campaignId", c.languages[1] as written, c.slug, c.title,
      (select json_agg(coalesce(t.names ->> ${person.locale}, t.name) order by o.place) from ${companies}
      ) as companies, c.operator,
      c.postal_address as "postalAddress", c.contact_email as "contactEmail", c.funding_line as "fundingLine",
      c.sender_name as "senderName", c.sender_address as "senderAddress",
      coalesce(c.reply_to, c.contact_email) as "replyTo"
      ${about ? sql`, ${about.columns}` : sql``}
    from outbox d ${person.join} ${about?.joins ?? sql``}
    join campaigns c on c.id = coalesce(d.campaign_id,
      (select l.campaign_id from signatures l where l.supporter_id = d.supporter_id order by l.id desc
        limit 1),
      (select f.id from campaigns f order by f.featured desc, f.id limit 1))
    ${about?.further ?? sql``}
    where d.id = wanted.id offset 0) found`);
  type Found = (Row & Props) | null;
  const readAll = async (client: ReservedSql, ids: readonly number[], db: Db): Promise<Found[]> => {
    const read = await client.unsafe<(Row & Props & { companies: string[] })[]>(text, [[...ids]], {
      prepare: true,
    });
    const rows = read.map((row) => ({ ...row, company: listNames(row.companies, localeOf(row.locale)) }));
    const byId = new Map((await inTheirLanguages(db, rows)).map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  };
  return createGroupCommitOf(readAll, { atOnce: 1, atMost: 100, gathers: true });
}

/** Translates the titles into each reader's language, where they are available. */
async function inTheirLanguages<R extends Row>(db: Db, rows: readonly R[]): Promise<R[]> {
  const reading = new Map<string, ReturnType<typeof readTranslations>>();
  return Promise.all(
    rows.map(async (row) => {
      const { campaignId, locale, written, title } = row;
      if (locale === null || locale === written) return { ...row, translated: null };
      const key = `${campaignId} ${locale}`;
      const known = reading.get(key) ?? readTranslations(db, campaignId, locale);
      reading.set(key, known);
      const translated = await known;
      return { ...row, translated, title: translated?.known.get(title) ?? title };
    }),
  );
}
