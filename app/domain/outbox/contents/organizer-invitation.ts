import { sql } from "drizzle-orm";
import { findInvitationToken } from "#app/domain/access/invitation-token.server.ts";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";

type Invited = {
  invitationId: string;
  tokenHash: Buffer;
  ends: string;
  role: OrganizerRole;
  /** Null: the operator. */
  by: string | null;
};

const invitation: Subject<Invited> = {
  joins: sql`join organizer_invitations i on i.id = d.invitation_id`,
  columns: sql`i.id as "invitationId", i.token_hash as "tokenHash", i.expires_at as ends, i.role,
    host.name as by`,
  further: sql`left join organizers host on host.id = i.invited_by_id`,
};

/** Invites somebody to a campaign. Outdated once its link has changed. */
export const organizerInvitation = content({
  name: "organizer-invitation",
  kind: "organizer",
  to: "organizer",
  about: invitation,
  outdated: sql`i.used_at is not null or i.revoked_at is not null or i.expires_at < now()
    or o.disabled_at is not null`,
  write({ invitationId: id, tokenHash, ends, role, by }, { common, mailing }) {
    const expiresAt = new Date(ends);
    const token = findInvitationToken(mailing.keys, { id, expiresAt, tokenHash });
    if (token === null) return null;
    return { props: { ...common, by, role, expiresAt, invitationUrl: `${mailing.appUrl}/invite/${token}` } };
  },
});
