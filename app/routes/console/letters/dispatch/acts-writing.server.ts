import { z } from "zod";
import { DispatchForm, dispatchContentOf } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { saveDispatch } from "#app/domain/outgoing/dispatches/save-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { withdrawDispatchApproval } from "#app/domain/outgoing/dispatches/withdraw-dispatch-approval.server.ts";
import { type Acting, type Acts, done, gone, refuse } from "#app/http/draft-acts.server.ts";
import { parseForm, type TypedValues } from "#app/http/form.server.ts";

type Kept =
  | { ok: true; version: number; tookBack: boolean; values: TypedValues }
  | { ok: false; answer: ReturnType<typeof refuse> };

/** Stores what was typed; if that fails, the form comes back with it. */
async function keep(acting: Acting<DispatchView>): Promise<Kept> {
  const form = await parseForm(acting.request, DispatchForm);
  const { values } = form;
  if (!form.ok) return { ok: false, answer: refuse({ errors: form.errors, values }) };
  const { version } = form.value;
  const saved = await saveDispatch(acting.context.db, {
    ...acting.on,
    version,
    content: dispatchContentOf(form.value),
  });
  switch (saved.outcome) {
    case "saved":
      return { ok: true, version: saved.version, tookBack: saved.tookBack, values };
    case "stale":
      return { ok: false, answer: refuse({ values, refused: "stale-edit", stale: saved }, 409) };
    case "no-recipient":
    case "closed":
      return { ok: false, answer: refuse({ values, refused: saved.outcome }, 409) };
    case "gone":
      return gone();
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
  const form = await parseForm(acting.request.clone(), SubmitForm);
  const kept = await keep(acting);
  if (!kept.ok) return kept.answer;
  const { outcome } = await submitDispatch(acting.context.db, {
    ...acting.on,
    version: kept.version,
    campaignDigest: form.ok ? form.value.digest : undefined,
  });
  if (outcome === "gone") return gone();
  const values = { ...kept.values, version: String(kept.version) };
  return outcome === "submitted" ? done(acting, "submitted") : refuse({ refused: outcome, values }, 409);
}

async function takeBack(acting: Acting<DispatchView>) {
  const { outcome } = await withdrawDispatchApproval(acting.context.db, acting.on);
  if (outcome === "gone") return gone();
  return outcome === "withdrawn" ? done(acting, "took-it-back") : refuse({ refused: outcome }, 409);
}

/** The buttons of those who write. A submission stores what was typed first. */
export const writingActs: Acts<DispatchView> = [
  ["save", { right: "write", act: save }],
  ["submit", { right: "write", act: submit }],
  ["take-back", { right: "write", act: takeBack }],
];
