import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** An email that warns owners of many refusals. */
export type AboutRefusals = Row & { refusalWarningId: number };
export const isAboutRefusals = (row: Row): row is AboutRefusals => row.refusalWarningId !== null;

/** What it says: how many, as they were counted when the warning was made. */
export function emailAboutRefusals(mailing: Mailing, row: AboutRefusals): Email {
  const locale = localeOf(row.locale);
  const audit = localizedPath(locale, `/organize/c/${row.slug}/audit`);
  return {
    name: "refusals-many",
    props: {
      ...commonProps(mailing, locale, row),
      ...{
        name: row.organizerName,
        wrong: row.warnedWrong,
        locked: row.warnedLocked,
        refused: row.warnedRefused,
      },
      ...{
        signInsUrl: `${mailing.appUrl}${audit}?scope=site&kind=refusals`,
        pagesUrl: `${mailing.appUrl}${audit}?kind=refusals`,
      },
    },
  };
}
