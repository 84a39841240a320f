import { exitCodes, readOptions, required, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";

/** The claims of a campaign as they are printed, drafts among them. */
export async function claimList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("claim list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const claims = await listEditedClaims(opened.db, id);
    const rows = claims.map(({ id, published, draft, live, ready }) => {
      const state = published ? (draft ? "edited" : "public") : ready ? "draft" : "no source";
      const { section, kind, text } = draft ?? live;
      return [
        id,
        state,
        section,
        kind,
        text.length > 70 ? `${text.slice(0, 69)}…` : text.replaceAll("\n", " "),
      ];
    });
    const lines =
      claims.length === 0
        ? ["There are no claims yet."]
        : table(["id", "state", "section", "kind", "text"], rows);
    tell(json, { outcome: "listed", claims }, ...lines);
    return exitCodes.done;
  });
}
