import { withDatabase } from "#app/cli/environment.ts";
import { lastOwner, memberOptions, requireMember } from "#app/cli/member.ts";
import { CommandFailed, exitCodes, readOptions, tell } from "#app/cli/old.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";

/** Takes somebody out of a campaign's team. */
export async function organizerRemove(args: string[]): Promise<number> {
  const { json, ...about } = readOptions(args, memberOptions);
  return withDatabase("organizer remove", async (opened) => {
    const { on } = await requireMember(opened, about);
    const { outcome } = await removeMember(opened.db, on);
    if (outcome === "last-owner") throw new CommandFailed(lastOwner);
    if (outcome !== "removed") throw new CommandFailed("They are gone already.");
    tell(json, { outcome }, "They are out of the team, and all that hung on it has ended.");
    return exitCodes.done;
  });
}
