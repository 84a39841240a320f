import { decideOnLetter } from "#app/cli/moderation/parts/moderation.ts";
import { hideLetter } from "#app/domain/moderation/moderate-letter.server.ts";
import { hidingReasons } from "#app/domain/moderation/moderation.ts";

export default decideOnLetter(
  "keep a letter off the public page",
  hidingReasons,
  ({ db, env }, reviewed, reason) => hideLetter(db, env.keys, { ...reviewed, reason }),
);
