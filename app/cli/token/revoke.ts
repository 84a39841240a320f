import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { revokeToken } from "#app/domain/access/tokens/revoke-token.server.ts";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ends a token at once. */
export async function tokenRevoke(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { json, campaign, token } = readOptions(args, { campaign: text, token: text });
  const slug = required(campaign, "campaign");
  const publicId = required(token, "token");

  return withDatabase("token revoke", async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const which = { campaignId, publicId, actor: "operator", organizerId: null } as const;
    if (!uuid.test(publicId) || !(await revokeToken(opened.db, which)))
      throw new CommandFailed(`The campaign has no token "${publicId}" that works: see \`token list\`.`);
    tell(json, { outcome: "revoked", token: publicId }, "The token opens nothing any more.");
    return exitCodes.done;
  });
}
