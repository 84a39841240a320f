import { randomUUID } from "node:crypto";
import { continueUpdate } from "#app/domain/outgoing/updates/continue-update.server.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { findUpdate, type UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { contentOfForm, draftForm, type UpdateContent } from "#app/domain/outgoing/updates/update-form.ts";
import { withdrawApproval } from "#app/domain/outgoing/updates/withdraw-approval.server.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, required, tell, UsageError } from "./old.ts";
import { onCampaign, oneOf, readText } from "./on-campaign.ts";
import { problems, unreadableIn } from "./store-update.ts";
import { requireUpdate } from "./update.ts";

const text = { type: "string" } as const;
const written = {
  ...{ locale: text, subject: text, "body-file": text, archive: text },
  ...{ "audience-country": text, "audience-since": text, "audience-did": text },
} as const;
type Written = { [Name in keyof typeof written]?: string | undefined };

const failed = (outcome: string) =>
  new CommandFailed(words("en").updates.refused[outcome] ?? "There is no such update any more.");
const notYet = (lines: readonly string[]) =>
  lines.length === 0 ? [] : ["It cannot be sent as it is written:", ...lines];
const refOf = ({ update }: { update?: string | undefined }) => required(update, "update");

/** What is given of a draft, its file read. */
async function read({ update: _update, ...given }: Written & { update?: string | undefined }) {
  if (given.archive !== undefined) oneOf(["yes", "no"], given.archive, "archive");
  return { given, body: await readText(given["body-file"], "body-file") };
}

type Read = Awaited<ReturnType<typeof read>>;

type Stands = Pick<UpdateView, "languages" | "texts" | "audience" | "inArchive">;

/** What an update says with what was given instead, as the form of the console reads it. */
function contentWith(update: Stands, { given, body }: Read): UpdateContent {
  const { languages, audience, texts } = update;
  const locale = given.locale ?? languages[0] ?? "en";
  if (!languages.includes(locale)) throw new UsageError(`--locale is one of ${languages.join(", ")}`);
  const countries = given["audience-country"]?.split(",").flatMap((code) => code.trim().toUpperCase() || []);
  const stands = texts.flatMap((one) => [
    [`subject_${one.locale}`, one.subject],
    [`body_${one.locale}`, one.body],
  ]);
  const inArchive = given.archive === undefined ? update.inArchive : given.archive === "yes";
  const form = draftForm(languages).safeParse({
    ...Object.fromEntries(stands),
    ...(given.subject !== undefined && { [`subject_${locale}`]: given.subject }),
    ...(body !== undefined && { [`body_${locale}`]: body }),
    ...{
      version: "1",
      did: given["audience-did"] ?? audience.did,
      countries: countries ?? audience.countries,
    },
    since: given["audience-since"] ?? audience.since ?? "",
    ...(inArchive && { in_archive: "on" }),
  });
  if (form.success) return contentOfForm(form.data, languages);
  const code = form.error.issues[0]?.message ?? "";
  throw new UsageError(problems[code] ?? code);
}

/** Begins a draft with what is given of it. Nobody is asked to approve it yet. */
export const updateDraft = onCampaign("update draft", written, read, async (on, wanted) => {
  const { opened, json, scope, actor, campaign } = on;
  const onUpdate = { campaignId: scope.campaignId, publicId: randomUUID(), actor };
  const empty: Stands = {
    ...{ languages: campaign.languages, texts: [], inArchive: true },
    audience: { did: "anything", countries: [], since: null },
  };
  const content = contentWith(empty, wanted);
  const unreadable = await unreadableIn(opened, scope.campaignId, content);
  await createDraft(opened.db, onUpdate);
  const saved = await saveDraft(opened.db, { ...onUpdate, version: 1, content });
  const update = await findUpdate(opened.db, scope.campaignId, onUpdate.publicId);
  if (saved.outcome !== "saved" || !update)
    throw new CommandFailed("The draft could not be stored: try again.");
  const { number, publicId } = update;
  tell(
    json,
    { outcome: "drafted", publicId, number, unreadable },
    `Update ${number} (${publicId}) is a draft: \`update preview\`, \`update edit\`, \`update submit\`.`,
    ...notYet(unreadable),
  );
  return exitCodes.done;
});

/** Stores what a draft says; what is not named stays. What was submitted or scheduled is a draft again by it. */
export const updateEdit = onCampaign(
  "update edit",
  { update: text, ...written },
  async (given) => {
    const reference = refOf(given);
    const { update: _update, ...rest } = given;
    if (Object.keys(rest).filter((name) => name !== "locale").length === 0)
      throw new UsageError("give one of --subject, --body-file, --archive, --audience-…");
    return { reference, ...(await read(rest)) };
  },
  async ({ opened, json, campaign, actor }, { reference, ...wanted }) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, campaign.slug, reference);
    const content = contentWith(update, wanted);
    const unreadable = await unreadableIn(opened, campaignId, content);
    const saved = await saveDraft(opened.db, {
      campaignId,
      publicId,
      actor,
      version: update.version,
      content,
    });
    if (saved.outcome === "stale") throw new CommandFailed("Somebody saved it at this moment. Try again.");
    if (saved.outcome !== "saved") throw failed(saved.outcome);
    const { version, tookBack } = saved;
    tell(
      json,
      { outcome: "saved", publicId, number: update.number, version, tookBack, unreadable },
      `Update ${update.number} is saved${tookBack ? ", and a draft again: `update submit` asks for its approval anew" : ""}.`,
      ...notYet(unreadable),
    );
    return exitCodes.done;
  },
);

/** Asks for the approval of a draft as it stands. */
export const updateSubmit = onCampaign(
  "update submit",
  { update: text },
  refOf,
  async ({ opened, json, campaign, actor }, reference) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, campaign.slug, reference);
    const on = { campaignId, publicId, actor, version: update.version };
    const submitted = await submitUpdate(opened.db, on);
    if (submitted.outcome === "incomplete") {
      const { errors } = words("en").updates;
      const lines = submitted.problems.map(
        ({ field, code }) => `${field.replace("_", " ")}: ${errors[code] ?? code}`,
      );
      throw new CommandFailed(["It cannot be submitted yet.", ...lines].join("\n"));
    }
    if (submitted.outcome !== "submitted") throw failed(submitted.outcome);
    tell(
      json,
      { ...submitted, publicId, number: update.number },
      `Update ${update.number} waits for its approval: an organizer gives it in the console, or \`update approve --approve-alone\`.`,
    );
    return exitCodes.done;
  },
);

/** Makes an update that was submitted, approved or scheduled a draft again. */
export const updateTakeBack = onCampaign(
  "update take-back",
  { update: text },
  refOf,
  async ({ opened, json, campaign, actor }, reference) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, campaign.slug, reference);
    const { outcome } = await withdrawApproval(opened.db, { campaignId, publicId, actor });
    if (outcome !== "withdrawn") throw failed(outcome);
    tell(json, { outcome, publicId, number: update.number }, `Update ${update.number} is a draft again.`);
    return exitCodes.done;
  },
);

/** Begins a draft of one that was sent, for those who have joined since. */
export const updateContinue = onCampaign(
  "update continue",
  { update: text },
  refOf,
  async ({ opened, json, campaign, actor }, reference) => {
    const { campaignId, publicId } = await requireUpdate(opened, campaign.slug, reference);
    const draftId = randomUUID();
    const { outcome } = await continueUpdate(opened.db, { campaignId, publicId, actor, draftId });
    const update = outcome === "created" ? await findUpdate(opened.db, campaignId, draftId) : null;
    if (!update) throw failed(outcome);
    tell(
      json,
      { outcome: "drafted", publicId: draftId, number: update.number },
      `Update ${update.number} (${draftId}) is a draft for those who have joined since: \`update submit\`.`,
    );
    return exitCodes.done;
  },
);
