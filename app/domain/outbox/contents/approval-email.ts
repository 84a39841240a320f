import { approvalPage } from "#app/domain/approvals/approval.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { localizedPath } from "#app/i18n/index.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** An email that asks for an approval, or says that something was sent back or withdrawn. */
export type AboutApproval = Row & { approvalRequestId: number };
export const isAboutApproval = (row: Row): row is AboutApproval => row.approvalRequestId !== null;

/**
 * What it says: who asks for what, or who sent what back and why, and where it is. Of what it is about it says nothing but
 * what the approver wrote to the author.
 */
export function emailAboutApproval(mailing: Mailing, row: AboutApproval): Email {
  const locale = localeOf(row.locale);
  const thing = { kind: row.approvalKind, subject: row.approvalSubject, number: row.approvalNumber };
  const isSentBack = row.template === "approval-sent-back";
  const name =
    row.template === "approval-asked" || row.template === "approval-withdrawn"
      ? row.template
      : "approval-sent-back";
  return {
    name,
    props: {
      ...commonProps(mailing, locale, row),
      name: row.organizerName,
      by: isSentBack ? row.approvalSentBackBy : row.approvalAskedBy,
      kind: thing.kind,
      number: thing.number,
      why: isSentBack ? row.approvalReason : null,
      url: mailing.appUrl + localizedPath(locale, approvalPage(row.slug, thing)),
    },
  };
}
