import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { table } from "#app/cli/parts/table.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";

export default command({
  summary: "list recipients and their verification",
  options: { campaign, company },
  async run({ db, campaign: { id } }, { company }) {
    const recipients = await listRecipients(db, id, company?.id);
    const rows = recipients.map(({ publicId, verified, retiredAt, openedAt, isDefault, name, email }) => [
      publicId,
      retiredAt ? "retired" : verified ? "verified" : "not verified",
      isDefault ? "default" : openedAt ? "open" : "closed",
      email,
      name,
      verified && !retiredAt ? `${verified.by}, ${verified.at.slice(0, 10)}: ${verified.where}` : "",
    ]);
    return done(
      { outcome: "listed", recipients },
      ...(rows.length === 0
        ? ["No recipients yet."]
        : table(["id", "state", "letters", "address", "name", "verified by"], rows)),
    );
  },
});
