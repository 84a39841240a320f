import { randomUUID } from "node:crypto";
import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { readSendingDetails } from "#app/domain/campaign/find-imprint.server.ts";
import { missingForSending } from "#app/domain/campaign/readiness.server.ts";
import { approveAsOperator } from "#app/domain/outgoing/updates/approve-as-operator.server.ts";
import { deeds } from "#app/domain/outgoing/updates/audience.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { listClaimsForUpdates } from "#app/domain/outgoing/updates/list-claims.server.ts";
import { countAudience } from "#app/domain/outgoing/updates/progress.server.ts";
import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { bodyAtMost, subjectAtMost } from "#app/domain/outgoing/updates/update.ts";
import { contentOfForm, draftForm, type UpdateContent } from "#app/domain/outgoing/updates/update-form.ts";
import { parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { words } from "#app/i18n/index.ts";
import type { Opened } from "./environment.ts";
import { CommandFailed, UsageError } from "./old.ts";
import { whileFrozen } from "./on-campaign.ts";
import { notReady, requireCampaign, withMailing } from "./update.ts";

type Input = {
  campaignSlug: string;
  subject: string;
  body: string;
  locale: string | undefined;
  countries: string[];
  since: string | undefined;
  did: string;
  inArchive: boolean;
  approveAlone: boolean;
};

/**
 * Stores an update from the command line, asks for its approval and, where the operator does it alone, gives it.
 * Everything that can be wrong is looked at before anything is stored.
 */
export async function storeUpdate(opened: Opened, input: Input) {
  const { db } = opened;
  const campaign = await requireCampaign(opened, input.campaignSlug);
  const content = readContent(input, campaign.languages);
  await requireReadable(opened, campaign.id, content);
  const { audience } = content;
  const people = await countAudience(db, { campaignId: campaign.id, audience, continuesId: null });
  if (people === 0) throw new CommandFailed("Nobody is in this audience. Nothing was stored.");
  if (input.approveAlone) {
    if (await isFrozen(db, campaign.id)) throw new CommandFailed(`Nothing was stored. ${whileFrozen}`);
    const details = await readSendingDetails(db, campaign.id);
    const missing = await withMailing(opened, async (mailing) => missingForSending(details, mailing));
    if (missing.length > 0) throw notReady(missing);
  }

  const onUpdate = { campaignId: campaign.id, publicId: randomUUID(), actor: "operator" } as const;
  await createDraft(db, onUpdate);
  const saved = await saveDraft(db, { ...onUpdate, version: 1, content });
  if (saved.outcome !== "saved") throw new CommandFailed("The draft could not be stored: try again.");
  const { version } = saved;
  const submitted = await submitUpdate(db, { ...onUpdate, version });
  if (submitted.outcome !== "submitted") throw new CommandFailed("The draft changed meanwhile: look at it.");
  if (input.approveAlone) {
    const { outcome } = await approveAsOperator(db, { ...onUpdate, version, alone: true });
    if (outcome !== "approved") throw new CommandFailed("The draft changed meanwhile: look at it.");
  }
  const update = await findUpdate(db, campaign.id, onUpdate.publicId);
  return { campaignId: campaign.id, publicId: onUpdate.publicId, number: update?.number ?? 0, people };
}

/** What is wrong with an option, by the code of the console's form. */
export const problems: Record<string, string> = {
  "subject-line": "--subject is one line",
  "subject-encoded": "--subject holds =?, which mail programs would decode",
  "subject-long": `--subject has more than ${subjectAtMost} characters`,
  "body-long": `--body-file has more than ${bodyAtMost} characters`,
  "did-missing": `--audience-did is one of ${deeds.join(", ")}`,
  "country-unknown": "--audience-country is a list of two-letter codes, such as US,DE",
  "day-shape": "--audience-since is a day, such as 2026-11-24",
};

/** The same form that the console has, so that both take and refuse the same. */
function readContent(input: Input, languages: readonly string[]): UpdateContent {
  const locale = input.locale ?? languages[0] ?? "en";
  if (!languages.includes(locale)) throw new UsageError(`--locale is one of ${languages.join(", ")}`);
  const { did, countries, since, subject, body, inArchive } = input;
  const form = draftForm([locale]).safeParse({
    ...{ version: "1", did, countries, since },
    ...(inArchive && { in_archive: "on" }),
    ...{ [`subject_${locale}`]: subject, [`body_${locale}`]: body },
  });
  if (!form.success) {
    const code = form.error.issues[0]?.message ?? "";
    throw new UsageError(problems[code] ?? code);
  }
  const content = contentOfForm(form.data, [locale]);
  if (content.texts[0]?.subject === "") throw new UsageError("--subject is empty");
  if (content.texts[0]?.body === "") throw new UsageError("--body-file is empty");
  return content;
}

/** What of the texts cannot be sent as it is written, line by line. */
export async function unreadableIn(
  { db }: Pick<Opened, "db">,
  campaignId: number,
  { texts }: Pick<UpdateContent, "texts">,
) {
  const claims = await listClaimsForUpdates(db, campaignId);
  const { line: inLine, markdown, unknownProblem } = words("en").updates.write;
  return texts.flatMap(({ body }) => {
    const parsed = body === "" ? null : parseUpdate(body, claims);
    if (parsed === null || parsed.ok) return [];
    return parsed.errors.map(({ line, code, value }) =>
      inLine(line, markdown[code]?.(value) ?? unknownProblem(code, value)),
    );
  });
}

async function requireReadable(opened: Opened, campaignId: number, content: UpdateContent): Promise<void> {
  const lines = await unreadableIn(opened, campaignId, content);
  if (lines.length === 0) return;
  throw new CommandFailed(
    `The update cannot be sent as it is written. Nothing was stored.\n${lines.join("\n")}`,
  );
}
