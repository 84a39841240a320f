import { decideOnLetter } from "#app/cli/moderation/parts/moderation.ts";
import { publishLetter } from "#app/domain/moderation/moderate-letter.server.ts";

export default decideOnLetter("publish a letter", null, ({ db, env }, reviewed) =>
  publishLetter(db, env.keys, reviewed),
);
