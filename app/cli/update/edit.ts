import { CommandFailed, campaign, command, done, givenNames, UsageError } from "#app/cli/command.ts";
import { update, updateRefused } from "#app/cli/update/parts/update.ts";
import {
  checkReach,
  contentWith,
  draftOptions,
  notYetLines,
  reachLines,
  unreadableIn,
} from "#app/cli/update/parts/update-draft.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";

export default command({
  summary: "edit an update, which makes it a draft again; options left out keep their values",
  options: { campaign, update, ...draftOptions },
  read({ update, locale, ...given }) {
    if (givenNames(given).length === 0)
      throw new UsageError("Add --subject, --greeting, --body-file, --archive or --audience-…");
    return { update, locale, ...given };
  },
  async run({ db, operator }, { update: { publicId, update }, ...given }) {
    const content = contentWith(update, given);
    const unreadable = await unreadableIn(db, operator.campaignId, content);
    const { continuesId } = update;
    const reach = await checkReach(db, operator.campaignId, { ...content, continuesId });
    const saved = await saveDraft(db, { ...operator, publicId, version: update.version, content });
    if (saved.outcome === "stale")
      throw new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
    if (saved.outcome !== "saved") throw updateRefused(saved.outcome);
    const { version, tookBack } = saved;
    return done(
      {
        outcome: "saved",
        publicId,
        number: update.number,
        version,
        tookBack,
        people: reach.people,
        unreadable,
      },
      `Update ${update.number} is saved.${tookBack ? " It is a draft again. To ask for approval: `update submit`." : ""}`,
      ...reachLines(reach),
      ...notYetLines(unreadable),
    );
  },
});
