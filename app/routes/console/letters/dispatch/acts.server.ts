import { z } from "zod";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";
import { DispatchForm, dispatchContentOf } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import { resolveUnknown } from "#app/domain/outgoing/dispatches/parts/resolve-unknown.server.ts";
import { pauseDispatch } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { withdrawDispatchApproval } from "#app/domain/outgoing/dispatches/revert-to-draft.server.ts";
import { saveDispatch } from "#app/domain/outgoing/dispatches/save-dispatch.server.ts";
import { requeueLetters } from "#app/domain/outgoing/dispatches/sending/end-dispatch.server.ts";
import { resumeDispatch } from "#app/domain/outgoing/dispatches/sending/resume-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { type Acting, type Acts, done, refuse } from "#app/http/draft-acts.server.ts";
import { readFields, type TypedValues } from "#app/http/form.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

const Seen = z.object({ version: z.coerce.number().int().min(1), frame: z.string() });

/** What the approver saw; defaults if the form lacks it. */
function seenBy({ body }: Acting<DispatchView>): z.output<typeof Seen> {
  const form = readFields(body, Seen);
  return form.ok ? form.value : { version: 0, frame: "" };
}

async function approve(acting: Acting<DispatchView>) {
  const { db, env } = acting.context;
  const seen = seenBy(acting);
  const { outcome } = unlessGone(await approveDispatch(db, env.keys, { ...acting.on, ...seen }));
  return outcome === "approved" ? done(acting, "approved") : refuse({ refused: outcome }, 409);
}

const FoundOut = z.object({ part: z.uuid(), arrived: z.enum(["yes", "no"]) });

async function settle(acting: Acting<DispatchView>) {
  const form = readFields(acting.body, FoundOut);
  if (!form.ok) return refuse({ refused: "unreadable" });
  const { part: partPublicId, arrived } = form.value;
  const { outcome } = await resolveUnknown(acting.context.db, {
    ...acting.on,
    partPublicId,
    arrived: arrived === "yes",
  });
  return outcome === "settled" ? done(acting, "settled") : refuse({ refused: outcome }, 409);
}

const CameBack = z.object({ part: z.uuid() });

async function putBack(acting: Acting<DispatchView>) {
  const form = readFields(acting.body, CameBack);
  if (!form.ok) return refuse({ refused: "unreadable" });
  const { outcome } = await requeueLetters(acting.context.db, {
    ...acting.on,
    partPublicId: form.value.part,
  });
  return outcome === "put-back" ? done(acting, "put-back") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who approve. */
export const approvingActs: Acts<DispatchView> = [
  ["approve", { right: "approve", asks: "send", act: approve }],
  ["settle", { right: "approve", act: settle }],
  ["put-back", { right: "approve", act: putBack }],
];

async function pause(acting: Acting<DispatchView>) {
  const { outcome } = await pauseDispatch(acting.context.db, acting.on);
  return outcome === "paused" ? done(acting, "paused") : refuse({ refused: outcome }, 409);
}

async function resume(acting: Acting<DispatchView>) {
  const { db, env, transport } = acting.context;
  const { outcome } = await resumeDispatch(db, createMailing(env, transport), acting.on);
  return outcome === "resumed" ? done(acting, "resumed") : refuse({ refused: outcome }, 409);
}

const CancelForm = z.object({ from: z.enum(["open", "begun"]).default("open") });

/** Cancels what the page showed: a dispatch that has started since is not discarded as a draft. */
async function cancel(acting: Acting<DispatchView>) {
  const form = readFields(acting.body, CancelForm);
  if (!form.ok) return refuse({ refused: "unreadable" });
  if (form.value.from === "open" && acting.draft.startedAt !== null)
    return refuse({ refused: "begun-since" }, 409);
  const { outcome } = await cancelDispatch(acting.context.db, acting.on);
  return outcome === "cancelled" ? done(acting, "cancelled") : refuse({ refused: outcome }, 409);
}

/** The buttons that hold, continue or end a dispatch. */
export const sendingActs: Acts<DispatchView> = [
  ["pause", { right: "write", act: pause }],
  ["resume", { right: "write", asks: "send", act: resume }],
  ["cancel", { right: "write", act: cancel }],
];

type Kept =
  | { ok: true; version: number; tookBack: boolean; values: TypedValues }
  | { ok: false; answer: ReturnType<typeof refuse> };

/** Stores what was typed; if that fails, the form comes back with it. */
async function keep(acting: Acting<DispatchView>): Promise<Kept> {
  const form = readFields(acting.body, DispatchForm);
  const { values } = form;
  if (!form.ok) return { ok: false, answer: refuse({ errors: form.errors, values }) };
  const { version } = form.value;
  const saved = unlessGone(
    await saveDispatch(acting.context.db, { ...acting.on, version, content: dispatchContentOf(form.value) }),
  );
  switch (saved.outcome) {
    case "saved":
      return { ok: true, version: saved.version, tookBack: saved.tookBack, values };
    case "stale":
      return { ok: false, answer: refuse({ values, refused: "stale-edit", stale: saved }, 409) };
    case "no-recipient":
    case "closed":
      return { ok: false, answer: refuse({ values, refused: saved.outcome }, 409) };
  }
}

async function save(acting: Acting<DispatchView>) {
  const kept = await keep(acting);
  if (!kept.ok) return kept.answer;
  return done(acting, kept.tookBack ? "took-back" : "saved");
}

/** Digest of the campaign's data that the page showed; missing if the form lacks it. */
const SubmitForm = z.object({ digest: z.string().optional() });

async function submit(acting: Acting<DispatchView>) {
  const form = readFields(acting.body, SubmitForm);
  const kept = await keep(acting);
  if (!kept.ok) return kept.answer;
  const { outcome } = unlessGone(
    await submitDispatch(acting.context.db, {
      ...acting.on,
      version: kept.version,
      campaignDigest: form.ok ? form.value.digest : undefined,
    }),
  );
  const values = { ...kept.values, version: String(kept.version) };
  return outcome === "submitted" ? done(acting, "submitted") : refuse({ refused: outcome, values }, 409);
}

async function takeBack(acting: Acting<DispatchView>) {
  const { outcome } = unlessGone(await withdrawDispatchApproval(acting.context.db, acting.on));
  return outcome === "withdrawn" ? done(acting, "took-it-back") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who write. A submission stores what was typed first. */
export const writingActs: Acts<DispatchView> = [
  ["save", { right: "write", act: save }],
  ["submit", { right: "write", act: submit }],
  ["take-back", { right: "write", act: takeBack }],
];
