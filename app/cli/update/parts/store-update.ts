import { randomUUID } from "node:crypto";
import { CommandFailed, type OfCampaign, UsageError } from "#app/cli/command.ts";
import { notReady, withMailing } from "#app/cli/parts/mailing.ts";
import { whileFrozen } from "#app/cli/parts/refusals.ts";
import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { approveUpdate } from "#app/domain/outgoing/updates/approve-update.server.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import type { UpdateContent } from "#app/domain/outgoing/updates/update-form.ts";
import { words } from "#app/i18n/index.ts";
import { checkReach, contentWith, emptyDraft, type GivenDraft, unreadableIn } from "./update-draft.ts";

type Written = Omit<GivenDraft, "archive"> & { noArchive: boolean; approveAlone: boolean };

/**
 * Stores an update from the command line, requests its approval and, if the operator approves alone, gives
 * it. Everything is checked before anything is stored.
 */
export async function storeUpdate(site: OfCampaign, { noArchive, approveAlone, ...given }: Written) {
  const { db, campaign, operator } = site;
  const content = readContent(given, !noArchive, campaign.languages);
  const lines = await unreadableIn(db, campaign.id, content);
  if (lines.length > 0)
    throw new CommandFailed(`Nothing was saved. The update cannot be sent as written:\n${lines.join("\n")}`);
  const { people } = await checkReach(db, campaign.id, { ...content, continuesId: null });
  const byItself = content.audience.after !== null;
  if (people === 0 && !byItself) throw new CommandFailed("Nothing was saved: nobody is in this audience.");
  if (approveAlone) {
    if (await isFrozen(db, campaign.id)) throw new CommandFailed(`Nothing was saved. ${whileFrozen}`);
    const known = await readSendingDetails(db, campaign.id);
    const own = [
      ...(known.own ?? []),
      ...content.texts.flatMap((text) => [text.subject, text.greeting ?? "", text.body]),
    ];
    const details = { ...known, own };
    const missing = await withMailing(site, async (mailing) => missingForSending(details, mailing));
    if (missing.length > 0) throw notReady(missing);
  }

  const on = { ...operator, publicId: randomUUID() };
  await createDraft(db, on);
  const saved = await saveDraft(db, { ...on, version: 1, content });
  if (saved.outcome !== "saved") throw new CommandFailed("The draft was not saved. Try again.");
  const { version } = saved;
  const submitted = await submitUpdate(db, { ...on, version });
  if (submitted.outcome === "incomplete" && submitted.problems.some(({ code }) => code === "series-full"))
    throw new CommandFailed(`${words("en").updates.errors["series-full"]}. This one is kept as a draft.`);
  if (submitted.outcome !== "submitted") throw new CommandFailed("The draft changed. Review it again.");
  if (approveAlone) {
    const { outcome } = await approveUpdate(db, { ...on, version, alone: true });
    if (outcome !== "approved") throw new CommandFailed("The draft changed. Review it again.");
  }
  const update = await findUpdate(db, campaign.id, on.publicId);
  return { campaignId: campaign.id, publicId: on.publicId, number: update?.number ?? 0, people, byItself };
}

/** A new update is in one language. */
function readContent(given: GivenDraft, archive: boolean, languages: readonly string[]): UpdateContent {
  const locale = given.locale ?? languages[0] ?? "en";
  if (!languages.includes(locale)) throw new UsageError(`--locale must be one of ${languages.join(", ")}`);
  const content = contentWith(emptyDraft([locale]), { ...given, archive });
  if (content.texts[0]?.subject === "") throw new UsageError("--subject is empty");
  if (content.texts[0]?.body === "") throw new UsageError("--body-file is empty");
  return content;
}
