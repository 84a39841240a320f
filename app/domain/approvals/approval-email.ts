import { localizedPath } from "#app/i18n/index.ts";
import type { Email } from "#emails/index.ts";
import { commonProps, localeOf } from "../deliveries/common-props.ts";
import type { Mailing } from "../deliveries/mailing.ts";
import type { findDelivery } from "../deliveries/queries.server.ts";
import { approvalPage } from "./approval.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** An email that asks for an approval, or tells that something was sent back. */
export type AboutApproval = Row & { approvalRequestId: number };
export const isAboutApproval = (row: Row): row is AboutApproval => row.approvalRequestId !== null;

/** What it says: who asks for what, or who sent what back, and where it stands. Nothing of what it is about. */
export function emailAboutApproval(mailing: Mailing, row: AboutApproval): Email {
  const locale = localeOf(row.locale);
  const thing = { kind: row.approvalKind, subject: row.approvalSubject, number: row.approvalNumber };
  const isAsked = row.template === "approval-asked";
  return {
    name: isAsked ? "approval-asked" : "approval-sent-back",
    props: {
      ...commonProps(mailing, locale, row),
      ...{ name: row.organizerName, by: isAsked ? row.approvalAskedBy : row.approvalSentBackBy },
      ...{ kind: thing.kind, number: thing.number },
      url: mailing.appUrl + localizedPath(locale, approvalPage(row.slug, thing)),
    },
  };
}
