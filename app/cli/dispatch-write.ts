import { contentOfForm, DispatchForm } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/draft-dispatch.server.ts";
import { saveDispatch } from "#app/domain/outgoing/dispatches/save-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { withdrawDispatchApproval } from "#app/domain/outgoing/dispatches/withdraw-dispatch-approval.server.ts";
import { words } from "#app/i18n/index.ts";
import { requireDispatch } from "./dispatch.ts";
import { CommandFailed, counted, exitCodes, required, tell, UsageError } from "./old.ts";
import { idOf, onCampaign, oneOf, readForm, readText } from "./on-campaign.ts";

const text = { type: "string" } as const;
const say = () => words("en").letterConsole.dispatches;
const failed = (outcome: string) =>
  new CommandFailed(say().refused[outcome] ?? "There is no such dispatch any more.");

/** Begins a draft: a consolidated letter, or with `--letter` letters that go on their own. */
export const dispatchDraft = onCampaign(
  "dispatch draft",
  { recipient: text, letter: { ...text, multiple: true } },
  ({ recipient, letter = [] }) => ({
    recipientPublicId: idOf(recipient, "recipient", "recipient list"),
    letterPublicIds: letter.map((id) => idOf(id, "letter", "letter list")),
  }),
  async ({ opened, json, scope: { campaignId }, actor }, wanted) => {
    const kind = wanted.letterPublicIds.length > 0 ? "individual" : "consolidated";
    const drafted = await draftDispatch(opened.db, {
      campaignId,
      actor,
      kind,
      cause: "organizer",
      ...wanted,
    });
    if (drafted.outcome !== "drafted")
      throw new CommandFailed(say().alone.refused[drafted.outcome] ?? drafted.outcome);
    tell(
      json,
      { ...drafted, kind },
      `Dispatch ${drafted.number} (${drafted.publicId}) is a draft with the usual words: \`dispatch preview\`, \`dispatch edit\`, \`dispatch submit\`.`,
      ...(drafted.left > 0 ? [say().alone.left(drafted.left)] : []),
    );
    return exitCodes.done;
  },
);

const edited = { recipient: text, subject: text, "body-file": text, names: text } as const;

/** Stores what a draft says; what is not named stays. What was submitted is a draft again by it. */
export const dispatchEdit = onCampaign(
  "dispatch edit",
  { dispatch: text, ...edited },
  async ({ dispatch, ...given }) => {
    const reference = required(dispatch, "dispatch");
    if (Object.keys(given).length === 0)
      throw new UsageError("give one of --recipient, --subject, --body-file, --names");
    const names = given.names === undefined ? undefined : oneOf(["yes", "no"], given.names, "names");
    return { reference, given, names, body: await readText(given["body-file"], "body-file") };
  },
  async ({ opened, json, campaign }, { reference, given, names, body }) => {
    const { dispatch, on, named } = await requireDispatch(opened, campaign.slug, reference);
    const fields = {
      version: String(dispatch.version),
      recipient: given.recipient ?? dispatch.recipient.publicId,
      subject: given.subject ?? dispatch.subject,
      body: body ?? dispatch.body,
      ...((names === undefined ? dispatch.withNames : names === "yes") && { with_names: "on" }),
    };
    const form = readForm(DispatchForm, fields, say().errors, { body: "body-file", with_names: "names" });
    const saved = await saveDispatch(opened.db, {
      ...on,
      version: form.version,
      content: contentOfForm(form),
    });
    if (saved.outcome === "stale") throw new CommandFailed("Somebody saved it at this moment. Try again.");
    if (saved.outcome !== "saved") throw failed(saved.outcome);
    const { version, tookBack } = saved;
    const line = `Dispatch ${named.number} is saved${tookBack ? ", and a draft again: `dispatch submit` asks for its approval anew" : ""}.`;
    tell(json, { outcome: "saved", ...named, version, tookBack }, line);
    return exitCodes.done;
  },
);

/** Asks for the approval of a draft: what goes along is fixed by it. */
export const dispatchSubmit = onCampaign(
  "dispatch submit",
  { dispatch: text },
  ({ dispatch }) => required(dispatch, "dispatch"),
  async ({ opened, json, campaign }, reference) => {
    const { dispatch, on, named } = await requireDispatch(opened, campaign.slug, reference);
    const submitted = await submitDispatch(opened.db, { ...on, version: dispatch.version });
    if (submitted.outcome !== "submitted") throw failed(submitted.outcome);
    const { letters, names, parts } = submitted;
    tell(
      json,
      { ...submitted, ...named },
      `Dispatch ${named.number} waits for its approval: ${counted(letters, "letter", "letters")} and ${counted(names, "name", "names")} in ${counted(parts, "mail", "mails")}.`,
      "An organizer approves it in the console, or `dispatch approve --approve-alone`.",
    );
    return exitCodes.done;
  },
);

/** Makes a dispatch that was submitted or approved, and has not begun, a draft again. */
export const dispatchTakeBack = onCampaign(
  "dispatch take-back",
  { dispatch: text },
  ({ dispatch }) => required(dispatch, "dispatch"),
  async ({ opened, json, campaign }, reference) => {
    const { on, named } = await requireDispatch(opened, campaign.slug, reference);
    const { outcome } = await withdrawDispatchApproval(opened.db, on);
    if (outcome !== "withdrawn") throw failed(outcome);
    tell(json, { outcome, ...named }, `Dispatch ${named.number} is a draft again.`);
    return exitCodes.done;
  },
);
