import { campaign, command, done } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { hasLink } from "#app/domain/campaign/wording.ts";

export default command({
  summary: "list claims and drafts in page order",
  options: { campaign, unlinked: flag("only published claims without a verified link") },
  async run({ db, campaign }, { unlinked }) {
    const all = await listEditedClaims(db, campaign.id);
    const claims = unlinked ? all.filter(({ published, live }) => published && !hasLink(live)) : all;
    const rows = claims.map(({ id, published, draft, live, ready }) => {
      const state = published ? (draft ? "edited" : "public") : ready ? "draft" : "no source";
      const { section, kind, text } = draft ?? live;
      const short = text.length > 70 ? `${text.slice(0, 69)}…` : text.replaceAll("\n", " ");
      return [id, state, section, kind, short];
    });
    const lines = table(["id", "state", "section", "kind", "text"], rows);
    return done({ outcome: "listed", claims }, ...(lines.length > 0 ? lines : ["No claims yet."]));
  },
});
