import { randomUUID } from "node:crypto";
import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import {
  checkReach,
  contentWith,
  draftOptions,
  emptyDraft,
  notYetLines,
  reachLines,
  unreadableIn,
} from "#app/cli/update/parts/update-draft.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";

export default command({
  summary: "draft an update",
  options: { campaign, ...draftOptions },
  async run({ db, operator, campaign }, given) {
    const on = { ...operator, publicId: randomUUID() };
    const content = contentWith(emptyDraft(campaign.languages), given);
    const unreadable = await unreadableIn(db, campaign.id, content);
    const reach = await checkReach(db, campaign.id, { ...content, continuesId: null });
    await createDraft(db, on);
    const saved = await saveDraft(db, { ...on, version: 1, content });
    const update = await findUpdate(db, campaign.id, on.publicId);
    if (saved.outcome !== "saved" || !update) throw new CommandFailed("The draft was not saved. Try again.");
    const { number, publicId } = update;
    return done(
      { outcome: "drafted", publicId, number, people: reach.people, unreadable },
      `Update ${number} (${publicId}) is a draft. Next: \`update preview\`, \`update edit\` or \`update submit\`.`,
      ...reachLines(reach),
      ...notYetLines(unreadable),
    );
  },
});
