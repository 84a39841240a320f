import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { otherwise, required, text } from "#app/cli/options.ts";
import { TokenForm, tokenDays, tokenScopes } from "#app/domain/access/tokens/api-token.ts";
import { makeToken } from "#app/domain/access/tokens/make-token.server.ts";
import { findMaker } from "#app/domain/access/tokens/queries.server.ts";

const problems: Record<string, string> = {
  "name-missing": "--name is required",
  "name-long": "--name must be one line of at most 80 characters",
  "scope-missing": "--scope is required",
  "scope-unknown": `--scope must be one or more of ${tokenScopes.join(",")}`,
  "days-unknown": `--days must be one of ${tokenDays.join(", ")}`,
  "days-too-many": "A token that exports works at most 90 days. Use --days 90",
};

export default command({
  summary: "create a token for an organizer's program and print it once",
  options: {
    campaign,
    for: required(text("E", "the organizer's address")),
    name: required(text("T", "what it is for")),
    scope: required(text("A,B", `what it may do: ${tokenScopes.join(", ")}`)),
    days: otherwise(text(tokenDays.join("|"), "how long it works"), "90"),
  },
  read({ for: email, name, scope, days }) {
    const scopes = scope.split(/[\s,]+/).filter(Boolean);
    const form = TokenForm.safeParse({ name, scope: scopes, days });
    if (form.success) return { email, ...form.data };
    throw new UsageError(
      problems[form.error.issues[0]?.message ?? ""] ?? "--name has characters that are not text",
    );
  },
  async run({ db, json, operator }, { email, name, scope: scopes, days }) {
    const organizerId = await findMaker(db, operator.campaignId, email);
    if (organizerId === null)
      throw new CommandFailed(`The campaign has no organizer ${email}. Run \`organizer list\`.`);
    const made = await makeToken(db, { ...operator, organizerId, name, scopes, days });
    if (made.outcome === "no-right") throw new CommandFailed(`${email} lacks the right for ${made.scope}.`);
    if (made.outcome === "too-many")
      throw new CommandFailed(`${email} reached the limit of tokens. Revoke one first.`);
    const expiresAt = made.expiresAt.toISOString();
    // On standard error, so that `TOKEN=$(… token make …)` gets the token alone.
    if (!json) process.stderr.write(`It works until ${expiresAt} and is not shown again.\n`);
    return done({ ...made, expiresAt }, made.token);
  },
});
