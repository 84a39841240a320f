import { campaign, command, done } from "#app/cli/command.ts";
import { day } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { isReviewDue } from "#app/domain/campaign/wording.ts";

export default command({
  summary: "list public claims that have to be reviewed",
  options: { campaign, by: day("due by this day instead of today") },
  async run({ db, campaign }, { by }) {
    const today = new Date().toISOString().slice(0, 10);
    const claims = (await listEditedClaims(db, campaign.id))
      .filter((claim) => isReviewDue(claim, by ?? today))
      .map(({ id, position, live }) => ({ id, position, reviewBy: live.reviewBy ?? "", text: live.text }))
      .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy));
    const rows = claims.map(({ id, reviewBy, text }) => [
      id,
      reviewBy,
      text.slice(0, 70).replaceAll("\n", " "),
    ]);
    const lines = table(["id", "review by", "text"], rows);
    return done(
      { outcome: "listed", claims },
      ...(lines.length > 0 ? lines : ["No claim has to be reviewed."]),
    );
  },
});
