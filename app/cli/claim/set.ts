import { claimIfGiven, claimRefused } from "#app/cli/claim/parts/claim.ts";
import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { atLeastOnce, flag, repeated, text } from "#app/cli/options.ts";
import { readFormWith } from "#app/cli/parts/forms.ts";
import { claimForm, claimOfForm, fieldsOfClaim } from "#app/domain/campaign/claims/claim-form.ts";
import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import { words } from "#app/i18n/index.ts";

const sourceField = /^(source_url|source_title)(_\d+)?=/;

export default command({
  summary: "save a claim as a draft; options left out keep their values",
  options: {
    campaign,
    claim: claimIfGiven,
    set: atLeastOnce(repeated(text("FIELD=T", "a field and its text"))),
    opened: flag("confirm that you opened the page of each source given"),
  },
  async run({ db, operator }, { claim: known, set, opened }) {
    const now = new Date();
    const before = known && (known.draft ?? known.live);
    const given = set.flatMap((one) => {
      const [, , n = ""] = sourceField.exec(one) ?? [];
      return sourceField.test(one) ? [`opened${n}=${opened ? "on" : ""}`] : [];
    });
    const version = known?.version ?? 0;
    const form = readFormWith(
      claimForm(now),
      { version: String(version), ...(before && fieldsOfClaim(before)) },
      { set: [...set, ...given] },
      words("en").editing.errors,
    );
    const mine = claimOfForm(form, before ?? null, now);
    const saved = await saveClaim(db, { ...operator, id: known?.id ?? null, version, words: mine }, now);
    if (saved.outcome === "stale")
      throw new CommandFailed("Nothing was saved: someone else saved it first. Try again.");
    if (saved.outcome !== "saved") throw claimRefused(saved.outcome);
    return done(
      { outcome: "saved", claim: saved.id, version: saved.version },
      `Claim ${saved.id} is saved as a draft. To publish: claim publish --claim ${saved.id}`,
    );
  },
});
