import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { VerifyForm } from "#app/domain/campaign/claims/claim-form.ts";
import { sourcesToOpen } from "#app/domain/campaign/claims/sources-to-open.ts";
import { verifySource } from "#app/domain/campaign/claims/verify-source.server.ts";
import { findEditedClaim, listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "link a source to the page that you checked it against",
  options: {
    campaign,
    claim: required(text("ID", "the claim")),
    publisher: required(text("T", "the publisher of the source, as in the claim")),
    url: required(text("URL", "the address of the page")),
    title: text("T", "the title of the page"),
    archive: text("URL", "the address of an archived copy"),
  },
  async run({ db, operator }, { claim: reference, publisher, url, title, archive }) {
    const id = /^\d{1,15}$/.test(reference) ? Number(reference) : 0;
    const claim = await findEditedClaim(db, operator.campaignId, id);
    if (!claim) throw new CommandFailed(`There is no claim "${reference}". Run \`claim list\`.`);
    const fields = {
      version: String(claim.version),
      publisher,
      title: title ?? "",
      url,
      archive: archive ?? "",
    };
    const form = readForm(VerifyForm, fields, words("en").editing.errors);
    const { outcome } = await verifySource(db, { ...operator, ...form, id, url: form.url ?? "" });
    if (outcome === "no-such-source")
      throw new CommandFailed(`The claim has no unlinked source by "${publisher}".`);
    if (outcome !== "verified") throw conflict();
    const samePage = sourcesToOpen(await listEditedClaims(db, operator.campaignId)).flatMap(
      ({ claim, verified }) => (verified?.url === form.url ? [claim.id] : []),
    );
    const others = samePage.map((other) => `Claim ${other} seems to cite the same page. Verify it as well.`);
    return done({ outcome, claim: id, samePage }, `Source of claim ${id} linked.`, ...others);
  },
});
