import { z } from "zod";
import { askUpdateApprovalAgain } from "#app/domain/outgoing/updates/ask-again.server.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { continueUpdate } from "#app/domain/outgoing/updates/continue-update.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { findUpdate, type UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { withdrawApproval } from "#app/domain/outgoing/updates/revert-to-draft.server.ts";
import { type SaveInput, saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { problemsOfLines, submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { testUpdate } from "#app/domain/outgoing/updates/test-update.server.ts";
import {
  contentOfForm,
  draftForm,
  repeatedInDraft,
  scheduleForm,
} from "#app/domain/outgoing/updates/update-form.ts";
import { type Acting, type Acts, done, refuse } from "#app/http/draft-acts.server.ts";
import { readFields, type TypedValues } from "#app/http/form.server.ts";
import { data, redirect } from "#app/http/remix.server.ts";
import { orNotFound, unlessGone } from "#app/http/respond.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { type Answer, countPeople, readErrors } from "./load.server.ts";

const mailingOf = ({ context }: Acting<UpdateView>) => createMailing(context.env, context.transport);

async function sendAt(acting: Acting<UpdateView>, at: Date | null) {
  const { db, wakeMail } = acting.context;
  const ended = await scheduleUpdate(db, mailingOf(acting), { ...acting.on, sendAt: at });
  if (ended.outcome !== "scheduled") return refuse({ refused: ended.outcome }, 409);
  wakeMail();
  return done(acting, at === null ? "started" : "scheduled");
}

async function schedule(acting: Acting<UpdateView>) {
  const form = readFields(acting.body, scheduleForm(new Date()));
  if (!form.ok) return refuse({ errors: form.errors, values: form.values });
  return sendAt(acting, new Date(`${form.value.day}T${form.value.time}:00Z`));
}

async function pause(acting: Acting<UpdateView>) {
  const { outcome } = await pauseByOrganizer(acting.context.db, acting.on);
  return outcome === "paused" ? done(acting, "paused") : refuse({ refused: outcome }, 409);
}

async function resume(acting: Acting<UpdateView>) {
  const { outcome } = await resumeUpdate(acting.context.db, mailingOf(acting), acting.on);
  if (outcome !== "resumed") return refuse({ refused: outcome }, 409);
  acting.context.wakeMail();
  return done(acting, "resumed");
}

async function ask(acting: Acting<UpdateView>) {
  const { outcome } = unlessGone(await askUpdateApprovalAgain(acting.context.db, acting.on));
  return outcome === "submitted" ? done(acting, "asked-again") : refuse({ refused: outcome }, 409);
}

const CancelForm = z.object({ from: z.enum(["draft", "scheduled", "begun"]).default("draft") });
const statesOf = { draft: ["draft"], scheduled: ["scheduled"], begun: ["sending", "paused"] } as const;

/** Cancels what the page showed, but nothing whose stage has changed since. */
async function cancel(acting: Acting<UpdateView>) {
  const form = readFields(acting.body, CancelForm);
  if (!form.ok) return refuse({ errors: [{ field: "form", code: "unreadable" }] });
  const ended = await cancelUpdate(acting.context.db, { ...acting.on, from: statesOf[form.value.from] });
  if (ended.outcome === "over") return refuse({ refused: "over" }, 409);
  if (ended.outcome === "elsewhere") return refuse({ refused: `cancel-${ended.state}` }, 409);
  acting.context.wakeMail();
  return done(acting, "cancelled");
}

const NewDraft = z.object({ draft: z.uuid() });

async function continueIt(acting: Acting<UpdateView>) {
  const form = readFields(acting.body, NewDraft);
  if (!form.ok) return refuse({ errors: [{ field: "form", code: "unreadable" }] });
  const draftId = form.value.draft;
  const { outcome } = unlessGone(await continueUpdate(acting.context.db, { ...acting.on, draftId }));
  if (outcome !== "created") return refuse({ refused: outcome }, 409);
  return redirect(`${acting.page.replace(acting.on.publicId, draftId)}?done=continued`, 303);
}

/** The buttons of those who send what was approved. */
export const sendingActs: Acts<UpdateView> = [
  ["send-now", { right: "write", asks: "send", act: (acting) => sendAt(acting, null) }],
  ["schedule", { right: "write", asks: "send", act: schedule }],
  ["pause", { right: "write", act: pause }],
  ["resume", { right: "write", asks: "send", act: resume }],
  ["ask-again", { right: "write", act: ask }],
  ["cancel", { right: "write", act: cancel }],
  ["continue", { right: "write", act: continueIt }],
];

type Kept =
  | { ok: true; version: number; tookBack: boolean; values: TypedValues }
  | { ok: false; answer: ReturnType<typeof refuse> };

/** Stores what was typed; if that fails, the form comes back with it. */
async function keep(acting: Acting<UpdateView>, { mayTakeBack = true } = {}): Promise<Kept> {
  const { languages } = acting.draft;
  const form = readFields(acting.body, draftForm(languages), repeatedInDraft);
  if (!form.ok) return { ok: false, answer: refuse({ errors: form.errors, values: form.values }) };

  const { values } = form;
  const input: SaveInput = {
    ...acting.on,
    version: form.value.version,
    content: contentOfForm(form.value, languages),
    mayTakeBack,
  };
  const saved = unlessGone(await saveDraft(acting.context.db, input));
  switch (saved.outcome) {
    case "saved":
      return { ok: true, version: saved.version, tookBack: saved.tookBack, values };
    case "stale": {
      const now = await findUpdate(acting.context.db, acting.campaignId, acting.on.publicId);
      const who = { who: now?.editor?.name ?? null, at: now?.editedAt ?? new Date().toISOString() };
      const { version, theirs } = saved;
      return { ok: false, answer: refuse({ values, stale: { version, theirs, ...who } }, 409) };
    }
    case "submitted":
      return { ok: false, answer: refuse({ values, refused: "submitted-since" }, 409) };
    case "closed":
      return { ok: false, answer: refuse({ values, refused: "closed" }, 409) };
  }
}

async function save(acting: Acting<UpdateView>) {
  const kept = await keep(acting);
  if (!kept.ok) return kept.answer;
  return done(acting, kept.tookBack ? "took-back" : "saved");
}

/** Saves, and returns to the count. */
async function count(acting: Acting<UpdateView>) {
  const kept = await keep(acting);
  return kept.ok ? redirect(`${acting.page}#audience`, 303) : kept.answer;
}

/** Saves while somebody types: the page stays and gets the current text. */
async function autosave(acting: Acting<UpdateView>) {
  const kept = await keep(acting, { mayTakeBack: false });
  if (!kept.ok) return kept.answer;
  const { context, campaign, campaignId, on } = acting;
  const now = orNotFound(await findUpdate(context.db, campaignId, on.publicId));
  const [people, errors] = await Promise.all([
    countPeople(context, campaign, now),
    readErrors(context, campaignId, now.texts),
  ]);
  return data<Answer>({
    saved: { version: kept.version, at: now.editedAt, people, errors, lines: problemsOfLines(now.texts) },
  });
}

const asked = z.object({ locale: z.string().optional() });

/** Emails a test in one language; a draft in the form is stored first. */
const test = (locale: string | null) => async (acting: Acting<UpdateView>) => {
  const { context, on, organizerId, draft } = acting;
  const form = locale === null ? readFields(acting.body, asked) : null;
  const language = locale ?? String(form?.values.locale ?? "");
  if (!draft.languages.includes(language)) return refuse({ errors: [{ field: "form", code: "unreadable" }] });
  if (locale !== null) {
    const kept = await keep(acting);
    if (!kept.ok) return kept.answer;
    const now = await findUpdate(context.db, acting.campaignId, on.publicId);
    const errors = await readErrors(context, acting.campaignId, now?.texts ?? []);
    if (errors[language]?.length) return refuse({ refused: "broken", values: current(kept) });
    const inLines = problemsOfLines(now?.texts.filter((text) => text.locale === language) ?? []);
    if (inLines.length > 0) return refuse({ errors: inLines, values: current(kept) });
  }
  const tested = unlessGone(await testUpdate(context.db, { ...on, organizerId, locale: language }));
  if (tested.outcome === "too-many") return refuse({ refused: "too-many" }, 429);
  context.wakeMail();
  return done(acting, "tested");
};

/** What was typed, with the version that storing it made. */
const current = ({ values, version }: Extract<Kept, { ok: true }>): TypedValues => ({
  ...values,
  version: String(version),
});

/** Digest of the campaign's data that the page showed; missing if the form lacks it. */
const SubmitForm = z.object({ digest: z.string().optional() });

async function submit(acting: Acting<UpdateView>) {
  const form = readFields(acting.body, SubmitForm);
  const kept = await keep(acting);
  if (!kept.ok) return kept.answer;
  const submitted = unlessGone(
    await submitUpdate(acting.context.db, {
      ...acting.on,
      version: kept.version,
      campaignDigest: form.ok ? form.value.digest : undefined,
    }),
  );
  switch (submitted.outcome) {
    case "submitted":
      return done(acting, "submitted");
    case "incomplete":
      return refuse({ errors: submitted.problems, values: current(kept) });
    case "frame-changed":
      return refuse({ refused: submitted.outcome, values: current(kept) }, 409);
    case "stale":
    case "not-draft":
      return refuse({ refused: submitted.outcome }, 409);
  }
}

async function takeBack(acting: Acting<UpdateView>) {
  const { outcome } = unlessGone(await withdrawApproval(acting.context.db, acting.on));
  return outcome === "withdrawn" ? done(acting, "took-it-back") : refuse({ refused: outcome }, 409);
}

/** Lists the writers' buttons. A test and a submission store what was typed first. */
export const writingActs = (languages: readonly string[]): Acts<UpdateView> => [
  ["save", { right: "write", act: save }],
  ["count", { right: "write", act: count }],
  ["autosave", { right: "write", act: autosave }],
  ["submit", { right: "write", act: submit }],
  ["test", { right: "write", act: test(null) }],
  ...languages.map((locale): Acts<UpdateView>[number] => [
    `test-${locale}`,
    { right: "write", act: test(locale) },
  ]),
  ["take-back", { right: "write", act: takeBack }],
];
