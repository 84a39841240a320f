import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { acceptInvitation } from "#app/domain/team/accept-invitation.server.ts";
import { disableOrganizer } from "#app/domain/team/disable-organizer.server.ts";
import { inviteByMail } from "#app/domain/team/invite-by-mail.server.ts";
import { organizerSessions } from "#db/schema/index.ts";
import { accountsIn } from "#tests/support/accounts.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { mailedCode } from "#tests/support/organizers.ts";

const db = await aDatabase();
const { aTeam, placeIn, newestToken } = accountsIn(db);

test("of an invitation that is accepted while the account is closed nothing is left", async () => {
  for (let n = 0; n < 5; n++) {
    const { member } = await aTeam();
    const other = await aTeam();
    const invite = {
      campaignId: other.campaign.id,
      organizerId: other.owner.id,
      email: member.email,
      days: 7,
    };
    await inviteByMail(db, testKeys, { ...invite, role: "viewer", rights: [] } as const);
    const { token: invitation } = await newestToken(other.campaign);
    const accept = { invitation, name: "New Person", email: member.email };
    const accepted = await acceptInvitation(db, testKeys, accept);
    if (accepted.outcome !== "code-requested") throw new Error(accepted.outcome);
    const code = await mailedCode(db, member);
    const mailed = { ceremony: accepted.token, code, userAgent: "test", oldSession: null };
    const [, ended] = await Promise.all([
      redeemCode(db, testKeys, mailed),
      disableOrganizer(db, member.email),
    ]);
    expect(ended.outcome).toBe("disabled");
    expect(await placeIn(other.campaign, member)).toBeUndefined();
    expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, member.id))).toBe(0);
  }
});
