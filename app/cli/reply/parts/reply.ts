import { CommandFailed } from "#app/cli/command.ts";
import { found, required, text } from "#app/cli/options.ts";
import { listReplies } from "#app/domain/entries/letters/replies/list-replies.server.ts";

export const reply = found(
  required(text("ID", "the reply, from `reply list`")),
  async ({ db, scope }, publicId) => {
    const known = (await listReplies(db, scope.campaignId)).some((one) => one.publicId === publicId);
    if (!known) throw new CommandFailed(`There is no reply "${publicId}". Run \`reply list\`.`);
    return { scope, publicId };
  },
);
