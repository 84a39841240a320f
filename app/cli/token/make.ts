import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { TokenForm, tokenDays, tokenScopes } from "#app/domain/access/tokens/api-token.ts";
import { findMaker } from "#app/domain/access/tokens/find-maker.server.ts";
import { makeToken } from "#app/domain/access/tokens/make-token.server.ts";

const text = { type: "string" } as const;

const problems: Record<string, string> = {
  "name-missing": "--name is missing",
  "name-long": "--name has more than 80 characters, or more than one line",
  "scope-missing": "--scope is missing",
  "scope-unknown": `--scope is one or several of ${tokenScopes.join(",")}`,
  "days-unknown": `--days is one of ${tokenDays.join(", ")}`,
  "days-too-many": "a token that exports works for 90 days at most: --days 90",
};

/** Makes a token for an organizer and prints it, this once. */
export async function tokenMake(args: string[]): Promise<number> {
  const given = readOptions(args, {
    ...{ campaign: text, for: text, name: text, scope: text },
    days: { ...text, default: "90" },
  });
  const slug = required(given.campaign, "campaign");
  const email = required(given.for, "for");
  const scope = required(given.scope, "scope")
    .split(/[\s,]+/)
    .filter(Boolean);
  const form = TokenForm.safeParse({ name: required(given.name, "name"), scope, days: given.days });
  if (!form.success)
    throw new UsageError(problems[form.error.issues[0]?.message ?? ""] ?? "--name is no text");
  const { name, scope: scopes, days } = form.data;

  return withDatabase("token make", async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const organizerId = await findMaker(opened.db, campaignId, email);
    if (organizerId === null) throw new CommandFailed(`The campaign has no organizer ${email}.`);
    const made = await makeToken(opened.db, {
      ...{ campaignId, organizerId, name, scopes, days },
      actor: "operator",
    });
    if (made.outcome === "no-right") throw new CommandFailed(`${email} may not do what ${made.scope} does.`);
    if (made.outcome === "too-many")
      throw new CommandFailed(`${email} has as many tokens as work at a time: revoke one first.`);
    const expiresAt = made.expiresAt.toISOString();
    tell(given.json, { ...made, expiresAt }, made.token);
    // Beside the token, so that `TOKEN=$(… token make …)` holds nothing else.
    if (!given.json) process.stderr.write(`It works until ${expiresAt} and is not shown again.\n`);
    return exitCodes.done;
  });
}
