import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** A mail that tells an organizer of a notice that stands still. */
export type AboutHeldNotice = Row & { heldNoticeVersion: number };
export const isAboutHeldNotice = (row: Row): row is AboutHeldNotice => row.heldNoticeVersion !== null;

export function emailAboutHeldNotice(mailing: Mailing, row: AboutHeldNotice): Email {
  const locale = localeOf(row.locale);
  const path = `/organize/c/${row.slug}/edit/petition#told`;
  return {
    name: "notice-held",
    props: {
      ...commonProps(mailing, locale, row),
      ...{ name: row.organizerName, version: row.heldNoticeVersion },
      petitionUrl: mailing.appUrl + localizedPath(locale, path),
    },
  };
}
