import { sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import { createToken } from "#app/lib/token.server.ts";
import type { Tx } from "#db/index.ts";
import type { Email } from "#emails/index.ts";

/** Hours in which the owner of an address is warned once. Shorter than its link works, so that one always does. */
const warnedOnceInHours = 24;

/** Warns an organizer that somebody keeps asking for codes with their address. Needs the turn of the address. */
export async function warnOfRequests(tx: Tx, organizerId: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`
    insert into deliveries (organizer_id, template, created_at)
    select ${organizerId}, 'codes-asked', ${at}::timestamptz
    where not exists (select from deliveries where organizer_id = ${organizerId} and template = 'codes-asked'
      and created_at > ${at}::timestamptz - make_interval(hours => ${warnedOnceInHours}))`);
}

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;
export const isWarning = (row: Row) => row.template === "codes-asked";

/** What it says: how to sign in all the same, by a link of its own among other ways. */
export function emailOfWarning(mailing: Mailing, row: Row): Email {
  const locale = localeOf(row.locale);
  const issuedAt = new Date(row.createdAt);
  const expiresAt = new Date(issuedAt.getTime() + periods.signInLinkHours * 3_600_000);
  const link = createToken(mailing.keys, "sign-in", { subject: row.organizerId, issuedAt, expiresAt });
  return {
    name: "codes-asked",
    props: {
      ...commonProps(mailing, locale, row),
      ...{ expiresAt, signInUrl: mailing.appUrl + localizedPath(locale, `/sign-in/${link}`) },
    },
  };
}
