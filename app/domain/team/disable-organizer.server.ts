import { sql } from "drizzle-orm";
import { isLastOwner, lockTeam } from "#app/domain/access/lock-team.server.ts";
import { removeSecondFactors } from "#app/domain/access/sign-in/second-factor/change-second-factor.server.ts";
import { forgetBrowsersOf } from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { endMembership } from "./remove-member.server.ts";

export type OrganizerDisabled =
  /** `campaigns`: how many they were removed from. */
  | { outcome: "disabled"; campaigns: number }
  /** These campaigns would have no owner. Nothing was changed. */
  | { outcome: "last-owner"; slugs: string[] }
  | { outcome: "disabled-before" }
  | { outcome: "gone" };

/**
 * Disables an organizer's account, by the operator: removes them from every campaign and what depends on
 * that, signs them out, and removes their second factors; no code, passkey or invitation lets them in. Their
 * acts stay on record under their name.
 */
export async function disableOrganizer(db: Db, email: string, now = new Date()): Promise<OrganizerDisabled> {
  const actor = "operator";
  return db.transaction(async (tx): Promise<OrganizerDisabled> => {
    // Accepting an invitation locks this row too, so nobody joins in between.
    const [found] = await tx.execute<{ id: string; disabled: boolean }>(sql`
      select id, disabled_at is not null as disabled from organizers where email = ${email}
      for no key update`);
    if (!found) return { outcome: "gone" };
    if (found.disabled) return { outcome: "disabled-before" };
    const places = await tx.execute<{ id: number; slug: string }>(sql`
      select c.id, c.slug from campaign_organizers m join campaigns c on c.id = m.campaign_id
      where m.organizer_id = ${found.id} order by c.id`);
    const teams = [];
    for (const place of places)
      teams.push({ ...place, members: (await lockTeam(tx, { campaignId: place.id, actor }))?.members ?? [] });

    const theirs = teams.flatMap((team) => {
      const member = team.members.find(({ id }) => id === found.id);
      return member ? [{ ...team, member }] : [];
    });
    const slugs = theirs
      .filter(({ member, members }) => isLastOwner(member, members))
      .map(({ slug }) => slug);
    if (slugs.length > 0) return { outcome: "last-owner", slugs };

    for (const { id: campaignId, member } of theirs)
      await endMembership(tx, { campaignId, member }, actor, now);
    const revoked = await tx.execute<{ id: string; campaign: number }>(sql`
      update organizer_invitations set revoked_at = ${now.toISOString()}
      where email = ${email} and used_at is null and revoked_at is null
      returning id, campaign_id as campaign`);
    for (const { id: subject, campaign: campaignId } of revoked) {
      const entry = { actor, action: "invitation-revoked", campaignId, subject } as const;
      await recordAudit(tx, { ...entry, detail: { cause: "operator" } }, now);
    }
    await removeSecondFactors(tx, found.id);
    await forgetBrowsersOf(tx, found.id);
    await tx.execute(sql`delete from organizer_sessions where organizer_id = ${found.id}`);
    await tx.execute(sql`update organizers set disabled_at = ${now.toISOString()} where id = ${found.id}`);
    const entry = { actor, action: "organizer-disabled", campaignId: null, subject: found.id } as const;
    await recordAudit(tx, { ...entry, detail: { campaigns: theirs.length } }, now);
    return { outcome: "disabled", campaigns: theirs.length };
  });
}

/** Reopens a closed account: it can be invited again but has no campaigns. False if none is closed. */
export async function enableOrganizer(db: Db, email: string, now = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [opened] = await tx.execute<{ id: string }>(sql`
      update organizers set disabled_at = null where email = ${email} and disabled_at is not null
      returning id`);
    if (!opened) return false;
    const entry = { actor: "operator", action: "organizer-enabled", campaignId: null } as const;
    await recordAudit(tx, { ...entry, subject: opened.id, detail: {} }, now);
    return true;
  });
}
