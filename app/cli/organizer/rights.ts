import { withDatabase } from "#app/cli/environment.ts";
import { lastOwner, memberOptions, requireMember } from "#app/cli/member.ts";
import { CommandFailed, exitCodes, readOptions, tell, UsageError } from "#app/cli/old.ts";
import { organizerRights, organizerRoles, rightsOf } from "#app/domain/access/organizer.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";

/** Gives a member of a team a role, and instead of its rights others, where `--rights` names some. */
export async function organizerRightsCommand(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { json, role, rights, ...about } = readOptions(args, { ...memberOptions, role: text, rights: text });
  const chosen = organizerRoles.find((name) => name === role);
  if (!chosen) throw new UsageError(`--role is one of ${organizerRoles.join(", ")}`);
  const named = rights?.split(",").map((name) => name.trim());
  const unknown = named?.find((name) => !organizerRights.some((right) => right === name));
  if (unknown !== undefined) {
    throw new UsageError(`--rights are of ${organizerRights.join(",")}, and not "${unknown}"`);
  }
  const given = named ? organizerRights.filter((right) => named.includes(right)) : rightsOf[chosen];

  return withDatabase("organizer rights", async (opened) => {
    const { on } = await requireMember(opened, about);
    const { outcome } = await changeRights(opened.db, { ...on, seen: null, role: chosen, rights: given });
    if (outcome === "last-owner") throw new CommandFailed(lastOwner);
    if (outcome !== "changed" && outcome !== "unchanged") throw new CommandFailed("They are gone meanwhile.");
    const said =
      outcome === "changed"
        ? "They have these rights from their next request on."
        : "They have these rights already.";
    tell(json, { outcome }, said);
    return exitCodes.done;
  });
}
