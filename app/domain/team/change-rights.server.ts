import { and, eq } from "drizzle-orm";
import { isLastOwner, lockTeam, mayGive } from "#app/domain/access/lock-team.server.ts";
import { noteApprovers } from "#app/domain/access/note-approvers.server.ts";
import {
  mayDo,
  type OrganizerRight,
  type OrganizerRole,
  placeOf,
  rightsMark,
} from "#app/domain/access/organizer.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { campaignOrganizers } from "#db/schema/index.ts";
import { endWithRights } from "./end-with-rights.server.ts";

export type ChangeRightsInput = {
  campaignId: number;
  actor: Actor;
  memberId: string;
  /** `rightsMark` of what the page showed; null without a page. */
  seen: string | null;
  role: OrganizerRole;
  rights: readonly OrganizerRight[];
};

export type RightsChanged =
  | { outcome: "changed" | "unchanged" }
  /** They were changed since the page was opened. */
  | { outcome: "stale" }
  /** The campaign would have no owner. */
  | { outcome: "last-owner" }
  /** The actor lacks a right they would give, or is no owner but changes one. */
  | { outcome: "not-yours" }
  /** Not in that team, or the actor does not manage it. */
  | { outcome: "gone" };

/** Changes the rights of a member, from the next request on. What depended on a removed right ends. */
export async function changeRights(
  db: Db,
  { campaignId, actor, memberId, seen, ...given }: ChangeRightsInput,
  now = new Date(),
): Promise<RightsChanged> {
  return db.transaction(async (tx): Promise<RightsChanged> => {
    const team = await lockTeam(tx, { campaignId, actor });
    const member = team?.members.find(({ id }) => id === memberId);
    if (!team || !member) return { outcome: "gone" };
    if (seen !== null && seen !== rightsMark(member)) return { outcome: "stale" };
    const after = placeOf(given);
    if (rightsMark(after) === rightsMark(member)) return { outcome: "unchanged" };
    if (!mayGive(team.self, member, after)) return { outcome: "not-yours" };
    if (after.role !== "owner" && isLastOwner(member, team.members)) return { outcome: "last-owner" };

    const { role, rights } = after;
    const theirs = and(
      eq(campaignOrganizers.campaignId, campaignId),
      eq(campaignOrganizers.organizerId, memberId),
    );
    await tx.update(campaignOrganizers).set({ role, rights }).where(theirs);
    const gained = mayDo(after, "approve") && !mayDo(member, "approve");
    await noteApprovers(tx, { campaignId, organizerId: memberId, gained }, actor, now);
    await endWithRights(tx, { campaignId, organizerId: memberId, after }, actor, now);
    const detail = { before: { role: member.role, rights: member.rights }, after };
    const entry = { actor, action: "organizer-rights-changed", campaignId, subject: memberId } as const;
    await recordAudit(tx, { ...entry, detail }, now);
    return { outcome: "changed" };
  });
}
