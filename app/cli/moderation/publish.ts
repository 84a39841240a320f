import { decideOnLetter } from "#app/cli/moderation/parts/moderation.ts";
import { publishLetter } from "#app/domain/moderation/publish-letter.server.ts";

export default decideOnLetter("publish a letter", null, ({ db, env }, look) =>
  publishLetter(db, env.keys, look),
);
