import { claim, claimRefused } from "#app/cli/claim/parts/claim.ts";
import { campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { DoubtForm } from "#app/domain/campaign/claims/claim-form.ts";
import { doubtSource } from "#app/domain/campaign/claims/doubt-source.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "note that a source's page does not support the claim",
  options: {
    campaign,
    claim,
    publisher: required(text("T", "the publisher of the source, as in the claim")),
    note: required(text("T", "what the page says instead")),
  },
  async run({ db, operator }, { claim: { id, version }, publisher, note }) {
    const fields = { version: String(version), publisher, note };
    const form = readForm(DoubtForm, fields, words("en").editing.errors);
    const { outcome } = await doubtSource(db, { ...operator, ...form, id });
    if (outcome !== "doubted") throw claimRefused(outcome === "stale" ? "stale-claim" : outcome);
    return done({ outcome, claim: id }, `Noted for claim ${id}. The public page has not changed.`);
  },
});
