import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listTokens } from "#app/domain/access/tokens/queries.server.ts";

/** The tokens of a campaign, newest first. None can be read back. */
export async function tokenList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");

  return withDatabase("token list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const tokens = (await listTokens(opened.db, { campaignId: id, organizerId: null })).map(
      ({ organizerId: _maker, by: _by, ...token }) => token,
    );
    const rows = tokens.map((token) => [
      ...[token.id, token.state, token.expiresAt.toISOString().slice(0, 10)],
      ...[token.lastUsedOn ?? "never", token.email, token.scopes.join(","), token.name],
    ]);
    tell(
      json,
      { outcome: "listed", tokens },
      ...(rows.length === 0
        ? ["There is no token."]
        : table(["id", "state", "until", "used", "address", "scopes", "name"], rows)),
    );
    return exitCodes.done;
  });
}
