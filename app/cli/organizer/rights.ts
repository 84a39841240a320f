import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { oneOf, option, required } from "#app/cli/options.ts";
import { lastOwner, member } from "#app/cli/organizer/parts/member.ts";
import { organizerRights, organizerRoles, rightsOf } from "#app/domain/access/organizer.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";

const rights = option("A,B", `rights instead of the role's own: ${organizerRights.join(", ")}`, (given) => {
  const named = given.split(",").map((name) => name.trim());
  const unknown = named.find((name) => !organizerRights.some((right) => right === name));
  if (unknown !== undefined)
    throw new UsageError(`--rights has an unknown right "${unknown}". Known: ${organizerRights.join(",")}`);
  return organizerRights.filter((right) => named.includes(right));
});

export default command({
  summary: "set a member's role and rights",
  options: { campaign, email: member, role: required(oneOf(organizerRoles, "the role")), rights },
  async run({ db }, { email: on, role, rights = rightsOf[role] }) {
    const { outcome } = await changeRights(db, { ...on, seen: null, role, rights });
    if (outcome === "last-owner") throw new CommandFailed(lastOwner);
    if (outcome !== "changed" && outcome !== "unchanged")
      throw new CommandFailed("They are no longer in the team.");
    return done(
      { outcome },
      outcome === "changed" ? "Saved. These rights apply at once." : "They already have these rights.",
    );
  },
});
