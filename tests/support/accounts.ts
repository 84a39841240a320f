import { and, eq } from "drizzle-orm";
import { findInvitationToken } from "#app/domain/access/invitation-token.server.ts";
import type { Db } from "#db/index.ts";
import { campaignOrganizers, organizerInvitations } from "#db/schema/index.ts";
import { aCampaign, organization, rowIn, testKeys } from "./builders.ts";
import { anOrganizer } from "./organizers.ts";

/** Makes teams, and reads their members and invitations. */
export function accountsIn(db: Db) {
  async function aTeam() {
    const campaign = await aCampaign(db, organization);
    const owner = await anOrganizer(db, { campaign });
    const member = await anOrganizer(db, { campaign, role: "organizer" });
    const on = { campaignId: campaign.id, actor: `organizer:${owner.id}` as const };
    return { campaign, owner, member, on };
  }

  const placeIn = async (campaign: { id: number }, { id }: { id: string }) =>
    (
      await db
        .select({ role: campaignOrganizers.role, rights: campaignOrganizers.rights })
        .from(campaignOrganizers)
        .where(and(eq(campaignOrganizers.campaignId, campaign.id), eq(campaignOrganizers.organizerId, id)))
    )[0];

  async function newestToken(campaign: { id: number }) {
    const row = await rowIn(db, organizerInvitations, { campaignId: campaign.id });
    return { id: row.id, token: findInvitationToken(testKeys, row) ?? "" };
  }

  return { aTeam, placeIn, newestToken };
}
