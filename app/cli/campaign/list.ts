import { command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";

export default command({
  summary: "list all campaigns with their state, signatures and organizers",
  options: {},
  async run({ db }) {
    const campaigns = (await listCampaigns(db)).map(({ id: _id, ...line }) => line);
    const rows = campaigns.map(({ slug, status, frozen, featured, signatures, organizers, title }) => [
      slug,
      frozen ? `${status}, frozen` : status,
      featured ? "featured" : "",
      signatures,
      organizers,
      title,
    ]);
    const lines = table(["campaign", "state", "", "signatures", "organizers", "title"], rows);
    return done({ outcome: "listed", campaigns }, ...(lines.length > 0 ? lines : ["No campaigns yet."]));
  },
});
