import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listTokens } from "#app/domain/access/tokens/queries.server.ts";

export default command({
  summary: "list tokens, newest first, without their secrets",
  options: { campaign },
  async run({ db, scope }) {
    const tokens = (await listTokens(db, scope)).map(({ organizerId: _maker, by: _by, ...token }) => token);
    const rows = tokens.map((token) => [
      token.id,
      token.state,
      token.expiresAt.toISOString().slice(0, 10),
      token.lastUsedOn ?? "never",
      token.email,
      token.scopes.join(","),
      token.name,
    ]);
    const lines = table(["id", "state", "until", "used", "address", "scopes", "name"], rows);
    return done({ outcome: "listed", tokens }, ...(lines.length > 0 ? lines : ["No tokens."]));
  },
});
