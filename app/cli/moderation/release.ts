import { decideOnLetter } from "#app/cli/moderation/parts/moderation.ts";
import { releaseLetter } from "#app/domain/moderation/moderate-letter.server.ts";

export default decideOnLetter("release a held letter and email its writer", null, ({ db, env }, reviewed) =>
  releaseLetter(db, env.keys, reviewed),
);
