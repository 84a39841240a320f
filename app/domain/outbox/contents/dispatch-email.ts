import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** A mail to an organizer about a dispatch of letters. */
export type AboutDispatch = Row & { dispatchPublicId: string };

/** What it says. Null for the news that one stands still which goes on again. */
export function emailAboutDispatch(mailing: Mailing, row: AboutDispatch): Email | null {
  const locale = localeOf(row.locale);
  const about = {
    ...commonProps(mailing, locale, row),
    ...{ name: row.organizerName, number: row.dispatchNumber },
  };
  const path = `/organize/c/${row.slug}/letters/dispatches/${row.dispatchPublicId}`;
  const news = { ...about, dispatchUrl: mailing.appUrl + localizedPath(locale, path) };
  if (row.template === "dispatch-waits") return { name: row.template, props: news };
  const reason = row.dispatchPauseReason;
  if (row.template !== "dispatch-paused" || reason === null) return null;
  return { name: row.template, props: { ...news, reason } };
}
