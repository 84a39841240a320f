import { countsAfterHours, countsForDays } from "#app/domain/access/approving.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** A mail that tells a team who may approve from now on, or may no more. */
export type AboutApprover = Row & { rightHeldId: number };
export const isAboutApprover = (row: Row): row is AboutApprover => row.rightHeldId !== null;

/** What it says, as it is now: of a right that was taken again meanwhile, that it was taken. */
export function emailAboutApprover(mailing: Mailing, row: AboutApprover): Email {
  const locale = localeOf(row.locale);
  const { heldSince, heldUntil, holderId, holderName, organizerId } = row;
  const later = (from: string, hours: number) => new Date(new Date(from).getTime() + hours * 3_600_000);
  const until = heldUntil
    ? !row.takenByOperator && later(heldUntil, countsForDays * 24)
    : !row.givenByOperator && later(heldSince, countsAfterHours);
  return {
    name: "approver-changed",
    props: {
      ...commonProps(mailing, locale, row),
      ...{ who: holderName, isYou: holderId === organizerId, has: heldUntil === null, by: row.changedBy },
      until: until || null,
      teamUrl: mailing.appUrl + localizedPath(locale, `/organize/c/${row.slug}/team`),
    },
  };
}
