import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { factOptions, factsRefused, readFacts } from "#app/cli/meeting/parts/meeting.ts";
import { addIssuerSnapshot } from "#app/domain/campaign/meetings/figures/add-issuer-snapshot.server.ts";
import { snapshotForm, snapshotOfForm } from "#app/domain/campaign/meetings/figures/snapshot-form.ts";

export default command({
  summary: "add the company's figures; earlier ones stay, with their date",
  options: { campaign, company, ...factOptions },
  read: (given) => ({
    company: given.company,
    checked: given.checked,
    values: snapshotOfForm(readFacts(snapshotForm(new Date()), {}, given)),
  }),
  async run({ db, scope: of }, { company, values, checked }) {
    const scope = { ...of, companyId: company?.id };
    const { outcome } = await addIssuerSnapshot(db, { scope, values, checked });
    if (outcome !== "added" && outcome !== "already-there") throw factsRefused(outcome);
    return done({ outcome }, outcome === "added" ? "Added." : "These figures already exist.");
  },
});
