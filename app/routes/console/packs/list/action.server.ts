import { z } from "zod";
import type { Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack, discardPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { HandOverForm } from "#app/domain/outgoing/packs/hand-over-form.ts";
import type { OnPack } from "#app/domain/outgoing/packs/lock-pack.server.ts";
import {
  approveHandOver,
  recordHandOver,
  withdrawHandOver,
} from "#app/domain/outgoing/packs/record-hand-over.server.ts";
import { type FieldError, parseForm, readTyped, type TypedValues } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCompany } from "#app/http/require-company.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";

/** The page's answer to a failed action, and the pack it was for. `values`: what was typed. */
export type Answer = {
  pack: string | null;
  /** A key of `packs.packs.refused`. */
  refused?: string;
  errors?: FieldError[];
  values?: TypedValues;
  /** The reauthentication needed before the action. */
  proof?: ProofAsked;
};

type PackAction = ActionFunctionArgs & {
  on: OnPack & { companyId: number; actor: `organizer:${string}` };
  organizer: Session;
  at: At;
};
type At = Awaited<ReturnType<typeof requireCompany>>["at"];

const refuse = (answer: Answer, status = 422) => data(answer, { status });
const done = ({ at }: PackAction, word: string, more: Record<string, string> = {}) =>
  redirect(at("packs", { done: word, ...more }), 303);

/** Acts by the button that sent the form, under its right. */
export async function act(args: ActionFunctionArgs) {
  const { intent, pack: publicId = "" } = await readTyped(args.request);
  const approves = intent === "approve" || intent === "approve-hand-over";
  const right = approves ? "approve" : "export-signatures";
  const { scope, organizer, at, actor } = await requireCompany(args, right);
  const act: PackAction = {
    ...args,
    on: { campaignId: scope.campaignId, companyId: scope.companyId, publicId, actor },
    organizer,
    at,
  };
  switch (intent) {
    case "ask":
      return ask(act);
    case "approve":
      return approve(act);
    case "hand-over":
      return handOver(act);
    case "approve-hand-over":
      return approveHandedOver(act);
    case "take-back-hand-over":
      return takeBack(act);
    case "discard":
      return discard(act);
    default:
      return refuse({ pack: null, refused: "unreadable" });
  }
}

async function ask(act: PackAction) {
  const { context, on } = act;
  const asked = unlessGone(await askForPack(context.db, on));
  return done(act, asked.outcome === "asked" ? "asked" : "");
}

/** An approved pack leaves as an export: both its approver and its recipient reauthenticate. */
async function approve(act: PackAction) {
  const { request, context, on, organizer } = act;
  const purpose = { kind: "export", campaignId: on.campaignId } as const;
  const asked = await reauthenticate({ request, context }, organizer, purpose);
  if (asked) return asked;
  const { outcome } = unlessGone(await approvePack(context.db, on));
  return outcome === "approved"
    ? done(act, "approved")
    : refuse({ pack: on.publicId, refused: outcome }, 409);
}

/** Asks for reauthentication, as recording a handover does: undoing it is no less. */
const reauthenticateToUndo = ({ request, context, on, organizer }: PackAction) =>
  reauthenticate({ request, context }, organizer, { kind: "send", campaignId: on.campaignId });

async function discard(act: PackAction) {
  const asked = await reauthenticateToUndo(act);
  if (asked) return asked;
  const { context, on } = act;
  const { outcome } = unlessGone(await discardPack(context.db, on));
  return outcome === "discarded"
    ? done(act, "discarded")
    : refuse({ pack: on.publicId, refused: outcome }, 409);
}

const Seen = z.object({ seen: z.string().catch("") });

async function approveHandedOver(act: PackAction) {
  const { context, request, on, organizer } = act;
  const purpose = { kind: "send", campaignId: on.campaignId } as const;
  const asked = await reauthenticate({ request, context }, organizer, purpose);
  if (asked) return asked;
  const form = await parseForm(request, Seen);
  const seen = form.ok ? form.value.seen : "";
  const approved = unlessGone(await approveHandOver(context.db, { ...on, seen }));
  if (approved.outcome !== "recorded") return refuse({ pack: on.publicId, refused: approved.outcome }, 409);
  context.wakeMail();
  return done(act, "handed-over", { letters: `${approved.letters}` });
}

async function takeBack(act: PackAction) {
  const asked = await reauthenticateToUndo(act);
  if (asked) return asked;
  const { context, request, on } = act;
  const form = await parseForm(request, Seen);
  const { outcome } = unlessGone(
    await withdrawHandOver(context.db, { ...on, seen: form.ok ? form.value.seen : "" }),
  );
  return outcome === "taken-back"
    ? done(act, "hand-over-taken-back")
    : refuse({ pack: on.publicId, refused: outcome }, 409);
}

/** Records a handover after reauthentication: writers are emailed. */
async function handOver(act: PackAction) {
  const { context, request, on, organizer } = act;
  const form = await parseForm(request, HandOverForm);
  const pack = on.publicId;
  if (!form.ok) return refuse({ pack, errors: form.errors, values: form.values });
  const purpose = { kind: "send", campaignId: on.campaignId } as const;
  const asked = await reauthenticate({ request, context }, organizer, purpose);
  if (asked) return asked;
  const { day, time, to } = form.value;
  const handedOverAt = new Date(`${day}T${time}:00Z`);
  const recorded = unlessGone(await recordHandOver(context.db, { ...on, handedOverAt, to }));
  if (recorded.outcome === "recorded") {
    context.wakeMail();
    return done(act, "handed-over", { letters: `${recorded.letters}` });
  }
  if (recorded.outcome === "waits") return done(act, "hand-over-waits");
  return refuse({ pack, refused: recorded.outcome, values: form.values }, 409);
}
