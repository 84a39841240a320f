import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { askAgain } from "#app/domain/organizers/reauthenticate.server.ts";
import { CodeForm } from "#app/domain/organizers/sign-in-form.ts";
import { approvePack } from "#app/domain/packs/approve-pack.server.ts";
import { approvePackAlone, packPurpose } from "#app/domain/packs/approve-pack-alone.server.ts";
import { askForPack } from "#app/domain/packs/ask-pack.server.ts";
import { discardPack } from "#app/domain/packs/discard-pack.server.ts";
import { HandOverForm } from "#app/domain/packs/hand-over-form.ts";
import { findPackId } from "#app/domain/packs/list-packs.server.ts";
import type { OnPack } from "#app/domain/packs/lock-pack.server.ts";
import { recordHandOver } from "#app/domain/packs/record-hand-over.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { readCookie, writeCookie } from "#app/http/organizer-cookies.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** What the page says when a deed did not go through, and of which pack. `values`: what was typed. */
export type Answer = {
  pack: string | null;
  /** A word of `packs.packs.refused`. */
  refused?: string;
  errors?: FieldError[];
  values?: TypedValues;
  triesLeft?: number;
};

const Intent = z.object({ intent: z.string().optional(), pack: z.uuid().optional() });

type Deed = ActionFunctionArgs & { on: OnPack & { actor: `organizer:${string}` }; organizerId: string };

const refuse = (answer: Answer, status = 422) => data(answer, { status });
const done = (word: string, headers?: HeadersInit) =>
  redirect(`?done=${word}`, headers ? { status: 303, headers } : 303);

/** Which button a form was sent with says what happens, and which right it needs. */
export async function act(args: ActionFunctionArgs) {
  const peeked = await parseForm(args.request.clone(), Intent);
  const intent = String(peeked.values.intent ?? "");
  const approves = ["approve", "ask-code", "approve-alone"].includes(intent);
  const { campaign, scope } = await requireCampaign(args, approves ? "approve" : "export-signatures");
  const publicId = String(peeked.values.pack ?? "");
  const { organizerId } = scope;
  const on = { campaignId: campaign.id, publicId, actor: `organizer:${organizerId}` as const };
  const deed: Deed = { ...args, on, organizerId };
  switch (intent) {
    case "ask":
      return ask(deed);
    case "approve":
      return approve(deed);
    case "ask-code":
      return askForCode(deed);
    case "approve-alone":
      return approveByCode(deed);
    case "hand-over":
      return handOver(deed);
    case "discard":
      return discard(deed);
    default:
      return refuse({ pack: null, refused: "unreadable" });
  }
}

async function ask({ context, on }: Deed) {
  const asked = await askForPack(context.db, on);
  if (asked.outcome === "gone") throw notFound();
  return done(asked.outcome === "asked" ? "asked" : "");
}

async function approve({ context, on }: Deed) {
  const { outcome } = await approvePack(context.db, on);
  if (outcome === "gone") throw notFound();
  return outcome === "approved" ? done("approved") : refuse({ pack: on.publicId, refused: outcome }, 409);
}

/** Mails a code that is good for approving this pack, in this browser. */
async function askForCode({ context: { db, env, wakeMail }, on, organizerId }: Deed) {
  const packId = await findPackId(db, on);
  if (packId === null) throw notFound();
  const asked = await askAgain(db, env.keys, { organizerId, purpose: packPurpose(on.publicId), packId });
  if (asked.outcome === "too-many") return refuse({ pack: on.publicId, refused: "too-many-codes" }, 429);
  if (asked.outcome === "gone") return refuse({ pack: on.publicId, refused: "not-mailed" });
  wakeMail();
  return done("code-sent", { "Set-Cookie": writeCookie(env, "approval", asked.token) });
}

async function approveByCode({ context: { db, env }, request, on, organizerId }: Deed) {
  const form = await parseForm(request, CodeForm);
  const pack = on.publicId;
  if (!form.ok) return refuse({ pack, errors: form.errors });
  const ceremony = readCookie(env, request, "approval") ?? "";
  const proof = { ...on, organizerId, ceremony, code: form.value.code };
  const approved = await approvePackAlone(db, env.keys, proof);
  switch (approved.outcome) {
    case "approved":
      return done("approved-alone", { "Set-Cookie": writeCookie(env, "approval", null) });
    case "wrong":
      return refuse({ pack, errors: [{ field: "code", code: "code-wrong" }], triesLeft: approved.triesLeft });
    case "over":
      return refuse({ pack, errors: [{ field: "code", code: "code-over" }] });
    case "gone":
      throw notFound();
    default:
      return refuse({ pack, refused: approved.outcome }, 409);
  }
}

async function discard({ context, on }: Deed) {
  const { outcome } = await discardPack(context.db, on);
  if (outcome === "gone") throw notFound();
  return outcome === "discarded" ? done("discarded") : refuse({ pack: on.publicId, refused: outcome }, 409);
}

async function handOver({ context, request, on }: Deed) {
  const form = await parseForm(request, HandOverForm);
  const pack = on.publicId;
  if (!form.ok) return refuse({ pack, errors: form.errors, values: form.values });
  const { day, time, to } = form.value;
  const handedOverAt = new Date(`${day}T${time}:00Z`);
  const recorded = await recordHandOver(context.db, { ...on, handedOverAt, to });
  if (recorded.outcome === "gone") throw notFound();
  if (recorded.outcome === "recorded") {
    context.wakeMail();
    return done(`handed-over&letters=${recorded.letters}`);
  }
  return refuse({ pack, refused: recorded.outcome, values: form.values }, 409);
}
