import { findInvitationToken } from "#app/domain/access/invitation-token.server.ts";
import type { findDelivery } from "#app/domain/outbox/queries.server.ts";
import { commonProps } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Email } from "#emails/index.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;
type InvitationRow = Row & { invitationId: string };

export const isInvitation = (row: Row): row is InvitationRow => row.invitationId !== null;

/** What an invitation says, in English as the whole console. Null where its link is another by now. */
export function emailOfInvitation(mailing: Mailing, row: InvitationRow): Email | null {
  const { invitationId: id, invitationHash: tokenHash, invitedAs: role, invitedBy: by } = row;
  const expiresAt = new Date(row.invitationEnds);
  const token = findInvitationToken(mailing.keys, { id, expiresAt, tokenHash });
  if (token === null) return null;
  const invitationUrl = `${mailing.appUrl}/invite/${token}`;
  const props = { ...commonProps(mailing, "en", row), by, role, expiresAt, invitationUrl };
  return { name: "organizer-invitation", props };
}
