import { decideOnLetter } from "#app/cli/moderation/parts/moderation.ts";
import { refuseLetter } from "#app/domain/moderation/moderate-letter.server.ts";
import { letterRefusalReasons } from "#app/domain/moderation/moderation.ts";

export default decideOnLetter(
  "refuse to deliver a letter, and email its writer the reason",
  letterRefusalReasons,
  ({ db, env }, reviewed, reason) => refuseLetter(db, env.keys, { ...reviewed, reason }),
);
