import { claimForm, claimOfForm, fieldsOfClaim } from "#app/domain/campaign/claims/claim-form.ts";
import { moveClaim } from "#app/domain/campaign/claims/move-claim.server.ts";
import { removeClaim, withdrawClaim } from "#app/domain/campaign/claims/remove-claim.server.ts";
import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, required, tell, UsageError } from "./command.ts";
import { formWith } from "./meeting.ts";
import { type OnCampaign, onCampaign, oneOf } from "./on-campaign.ts";

const text = { type: "string" } as const;
const failed = (outcome: string) =>
  new CommandFailed(words("en").editing.refused[outcome] ?? "There is no such claim: see `claim list`.");

function claimIdOf(given: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(required(given, "claim")))
    throw new UsageError("--claim is a number that `claim list` prints");
  return Number(given);
}

async function requireClaim({ opened, scope }: OnCampaign, id: number) {
  const claim = await findEditedClaim(opened.db, scope.campaignId, id);
  if (!claim) throw failed("gone");
  return claim;
}

const sourceField = /^(source_url|source_title)(_\d+)?=/;

/**
 * Stores a claim that is being written, a new one without `--claim`; what is not named stays. `--opened`: whoever calls it
 * opened the page of each source that is named, which is not taken over from the source before.
 */
export const claimSet = onCampaign(
  "claim set",
  { claim: text, set: { ...text, multiple: true }, opened: { type: "boolean" } },
  ({ claim, set = [], opened = false }) => {
    required(set[0], "set");
    return { id: claim === undefined ? null : claimIdOf(claim), set, opened };
  },
  async (on, { id, set, opened: isOpened }) => {
    const { opened, json, scope, actor } = on;
    const now = new Date();
    const known = id === null ? null : await requireClaim(on, id);
    const before = known && (known.draft ?? known.live);
    const said = set.flatMap((one) => {
      const [, , n = ""] = sourceField.exec(one) ?? [];
      return sourceField.test(one) ? [`opened${n}=${isOpened ? "on" : ""}`] : [];
    });
    const { editing } = words("en");
    const version = known?.version ?? 0;
    const form = formWith(
      claimForm(now),
      { version: String(version), ...(before && fieldsOfClaim(before)) },
      { set: [...set, ...said] },
      editing.errors,
    );
    const mine = claimOfForm(form, before, now);
    const saved = await saveClaim(
      opened.db,
      { campaignId: scope.campaignId, actor, id, version, words: mine },
      now,
    );
    if (saved.outcome === "stale") throw new CommandFailed("Somebody saved it at this moment. Try again.");
    if (saved.outcome !== "saved") throw failed(saved.outcome);
    tell(
      json,
      { outcome: "saved", claim: saved.id, version: saved.version },
      `Claim ${saved.id} is stored: \`claim publish --claim ${saved.id}\` makes it public as it stands.`,
    );
    return exitCodes.done;
  },
);

/** Moves a claim before or behind its neighbour. The order is public at once. */
export const claimMove = onCampaign(
  "claim move",
  { claim: text, to: text },
  ({ claim, to }) => ({ id: claimIdOf(claim), to: oneOf(["up", "down"], to, "to") }),
  async ({ opened, json, scope, actor }, { id, to }) => {
    const { outcome } = await moveClaim(opened.db, { campaignId: scope.campaignId, actor, id, to });
    if (outcome === "at-the-end")
      throw new CommandFailed(`It stands ${to === "up" ? "first" : "last"} in its section.`);
    if (outcome !== "moved") throw failed(outcome);
    tell(json, { outcome, claim: id }, `Claim ${id} is moved ${to}.`);
    return exitCodes.done;
  },
);

const end = (name: string, act: typeof removeClaim | typeof withdrawClaim, done: string) =>
  onCampaign(
    name,
    { claim: text },
    ({ claim }) => claimIdOf(claim),
    async (on, id) => {
      const { opened, json, scope, actor } = on;
      const { version } = await requireClaim(on, id);
      const { outcome } = await act(opened.db, { campaignId: scope.campaignId, actor, id, version });
      if (outcome !== "removed" && outcome !== "withdrawn")
        throw failed(outcome === "stale" ? "stale-claim" : outcome);
      tell(json, { outcome, claim: id }, `Claim ${id} ${done}`);
      return exitCodes.done;
    },
  );

/** Takes a claim off the public page; it is kept. */
export const claimWithdraw = end(
  "claim withdraw",
  withdrawClaim,
  "is on the public page no more, and is kept.",
);
/** Removes a claim that nobody has ever read in public. */
export const claimRemove = end("claim remove", removeClaim, "is removed. Its words stay in the history.");
