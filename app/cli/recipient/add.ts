import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { readRecipient, recipientOptions, recipientRefused } from "#app/cli/recipient/parts/recipient.ts";
import { addRecipient } from "#app/domain/campaign/recipients/add-recipient.server.ts";

export default command({
  summary: "add a recipient, not verified yet",
  options: { campaign, company, ...recipientOptions },
  read: ({ perDay = "20", company, ...given }) => ({ company, values: readRecipient({ ...given, perDay }) }),
  async run({ db, scope }, { company, values }) {
    const added = await addRecipient(db, { scope: { ...scope, companyId: company?.id }, values });
    if (added.outcome !== "added") throw recipientRefused(added.outcome);
    return done(
      added,
      `Added as ${added.publicId}. Nothing is sent to it until it is verified. Next: \`recipient verify\`.`,
    );
  },
});
