import { hideLetter } from "#app/domain/moderation/hide-letter.server.ts";
import { listModeration } from "#app/domain/moderation/list-moderation.server.ts";
import type { Look } from "#app/domain/moderation/moderate-letter.server.ts";
import { hidingReasons, moderationKinds, refusalReasons } from "#app/domain/moderation/moderation.ts";
import { publishLetter } from "#app/domain/moderation/publish-letter.server.ts";
import { refuseLetter } from "#app/domain/moderation/refuse-letter.server.ts";
import { releaseLetter } from "#app/domain/moderation/release-letter.server.ts";
import { noteLook } from "#app/domain/record/note-look.server.ts";
import { type Opened, withDatabase } from "./environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "./old.ts";
import { oneOf } from "./on-campaign.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;
const onOne = { campaign: text, letter: text, seen: text } as const;

/** Letters that wait for a look, what has waited longest first. */
export async function moderationList(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, { campaign: text, kind: text, after: text });
  const slug = required(campaign, "campaign");
  const kind = oneOf(moderationKinds, given.kind ?? "held", "kind");
  const cursor = given.after === undefined ? null : ({ side: "after", than: given.after } as const);
  if (cursor && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor.than))
    throw new UsageError("--after is the id of a letter");
  return withDatabase("moderation list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const scope = { campaignId: id, organizerId: null };
    const { letters, after } = await listModeration(opened.db, scope, kind, cursor);
    const look = { rows: letters.length, filter: { state: kind }, paged: cursor !== null };
    await noteLook(opened.db, scope, { list: "moderation", ...look });
    const lines = letters.map(({ publicId, seen, name, country, heldReason, body }) =>
      [`Letter ${publicId}`, `seen "${seen}"`, heldReason ?? kind, `${name}, ${country}`, body].join("\n  "),
    );
    const more = after ? [`More: --after ${after}`] : [];
    tell(json, { letters, after }, ...(lines.length > 0 ? [...lines, ...more] : ["None waits."]));
    return exitCodes.done;
  });
}

const decideOn =
  <Reason extends string>(
    name: string,
    reasons: readonly Reason[] | null,
    decide: (opened: Opened, look: Look, reason: Reason) => Promise<{ outcome: string }>,
  ) =>
  async (args: string[]): Promise<number> => {
    const { json, campaign, letter, seen, ...given } = readOptions(args, { ...onOne, reason: text });
    const slug = required(campaign, "campaign");
    const [publicId, read] = [required(letter, "letter"), required(seen, "seen")];
    const reason = reasons ? oneOf(reasons, given.reason, "reason") : ("" as Reason);
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(publicId))
      throw new UsageError("--letter is the id of a letter");
    return withDatabase(name, async (opened) => {
      const { id } = await requireCampaign(opened, slug);
      const scope = { campaignId: id, organizerId: null };
      const { outcome } = await decide(opened, { scope, publicId, seen: read }, reason);
      if (outcome === "changed")
        throw new CommandFailed(
          "The letter is not as it was read, or not to be decided on: see `moderation list`.",
        );
      tell(json, { outcome, letter: publicId }, `The letter is ${outcome}.`);
      return exitCodes.done;
    });
  };

/** Lets a held letter go, and tells its writer. */
export const moderationRelease = decideOn("moderation release", null, ({ db, env }, look) =>
  releaseLetter(db, env.keys, look),
);
/** Puts a letter among those that everyone may read. */
export const moderationPublish = decideOn("moderation publish", null, ({ db, env }, look) =>
  publishLetter(db, env.keys, look),
);
/** Takes a letter from the public page, or never puts it there. */
export const moderationHide = decideOn("moderation hide", hidingReasons, ({ db, env }, look, reason) =>
  hideLetter(db, env.keys, { ...look, reason }),
);
/** Does not deliver a letter, and tells its writer why. */
export const moderationRefuse = decideOn("moderation refuse", refusalReasons, ({ db, env }, look, reason) =>
  refuseLetter(db, env.keys, { ...look, reason }),
);
