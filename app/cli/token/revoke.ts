import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { revokeToken } from "#app/domain/access/tokens/revoke-token.server.ts";
import { isUuid } from "#app/lib/uuid.ts";

export default command({
  summary: "revoke a token at once",
  options: { campaign, token: required(text("ID", "the token, from `token list`")) },
  async run({ db, operator }, { token: publicId }) {
    const which = { ...operator, publicId, organizerId: null };
    if (!isUuid(publicId) || !(await revokeToken(db, which)))
      throw new CommandFailed(`There is no active token "${publicId}". Run \`token list\`.`);
    return done({ outcome: "revoked", token: publicId }, "The token is revoked.");
  },
});
