import { CommandFailed } from "#app/cli/command.ts";
import { found, option, required } from "#app/cli/options.ts";
import { findOrganizerId } from "#app/domain/access/queries.server.ts";
import { listInvitations, listTeam } from "#app/domain/team/team.server.ts";
import type { Db } from "#db/index.ts";

const email = option("E", "the organizer's email address", (given) => given.trim().toLowerCase());

/** The address of an organizer. */
export const organizerEmail = required(email);

export const member = found(required(email), async ({ db, operator }, address) => {
  const member = (await listTeam(db, operator.campaignId)).find((one) => one.email === address);
  if (!member)
    throw new CommandFailed("Nobody in the campaign's team has that address. Run `organizer list`.");
  return { ...operator, memberId: member.id };
});

export const invitation = found(required(email), async ({ db, operator }, address) => {
  const found = (await listInvitations(db, operator.campaignId)).find((one) => one.email === address);
  if (!found) throw new CommandFailed("There is no invitation for that address. Run `organizer list`.");
  return { ...operator, id: found.id };
});

/** Why a campaign's last owner cannot be removed. */
export const lastOwner = "They are the campaign's last owner. Make someone else an owner first.";

export async function requireOrganizer(db: Db, address: string): Promise<string> {
  const id = await findOrganizerId(db, address);
  if (!id) throw new CommandFailed("No organizer has that address. Run `organizer list`.");
  return id;
}
