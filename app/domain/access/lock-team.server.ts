import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { organizerOf } from "./may-act.server.ts";
import { mayDo, type OrganizerRight, type OrganizerRole } from "./organizer.ts";

export type LockedMember = { id: string; role: OrganizerRole; rights: OrganizerRight[]; isActive: boolean };

type LockedTeam = {
  members: readonly LockedMember[];
  /** Null: the operator. */
  self: LockedMember | null;
};

/**
 * Locks who may do what in a campaign until the transaction ends: two changes at once are made one after the
 * other. Null where the actor does not manage it.
 */
export async function lockTeam(
  tx: Tx,
  { campaignId, actor }: { campaignId: number; actor: Actor },
): Promise<LockedTeam | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('team', ${campaignId}))`);
  const members = await tx.execute<LockedMember>(sql`
    select o.id, m.role, m.rights, o.activated_at is not null and o.disabled_at is null as "isActive"
    from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} order by o.id for update of m`);
  if (actor === "operator") return { members, self: null };
  const self = members.find(({ id }) => id === organizerOf(actor));
  return self?.isActive && mayDo(self, "manage") ? { members, self } : null;
}

/** True for a campaign's only owner who can sign in: without one, nobody could restore rights. */
export const isLastOwner = (member: LockedMember, members: readonly LockedMember[]) =>
  member.role === "owner" &&
  !members.some(({ id, role, isActive }) => id !== member.id && role === "owner" && isActive);

type Rights = { role: OrganizerRole; rights: readonly OrganizerRight[] };

/**
 * True when a member may give `after` to one with `before` (null: nothing yet). Only owners make or change
 * owners; nobody gives a right they lack. The operator may.
 */
export function mayGive(self: LockedMember | null, before: Rights | null, after: Rights): boolean {
  if (self === null || self.role === "owner") return true;
  if (before?.role === "owner" || after.role === "owner") return false;
  return after.rights.every((right) => before?.rights.includes(right) || self.rights.includes(right));
}
