import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";

export default command({
  summary: "list notices to earlier signers about a new petition, with their progress",
  options: { campaign },
  async run({ db, campaign }) {
    const notices = await listNotices(db, campaign.id);
    const rows = notices.map(({ publicId, version, state, mails, change }) => [
      publicId,
      version,
      state,
      Object.entries(mails)
        .map(([name, n]) => `${name} ${n}`)
        .join(", ") || "no emails",
      change,
    ]);
    const lines = table(["id", "petition", "state", "emails", "change"], rows);
    return done({ outcome: "listed", notices }, ...(lines.length > 0 ? lines : ["No notices."]));
  },
});
