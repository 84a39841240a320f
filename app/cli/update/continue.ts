import { randomUUID } from "node:crypto";
import { campaign, command, done } from "#app/cli/command.ts";
import { update, updateRefused } from "#app/cli/update/parts/update.ts";
import { continueUpdate } from "#app/domain/outgoing/updates/continue-update.server.ts";
import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";

export default command({
  summary: "draft a sent update for people who joined since",
  options: { campaign, update },
  async run({ db }, { update: { campaignId, publicId } }) {
    const draftId = randomUUID();
    const { outcome } = await continueUpdate(db, { campaignId, publicId, actor: "operator", draftId });
    const update = outcome === "created" ? await findUpdate(db, campaignId, draftId) : null;
    if (!update) throw updateRefused(outcome);
    return done(
      { outcome: "drafted", publicId: draftId, number: update.number },
      `Update ${update.number} (${draftId}) is a draft for people who joined since. To ask for approval: \`update submit\`.`,
    );
  },
});
