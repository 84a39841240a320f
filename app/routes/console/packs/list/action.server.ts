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

type Button = {
  right: "approve" | "export-signatures";
  /** What to reauthenticate for: an approved pack leaves as an export, and undoing a handover is no less. */
  asks: "export" | "send";
  run: (
    db: ActionFunctionArgs["context"]["db"],
    on: OnPack & { seen: string },
  ) => Promise<{ outcome: string; letters?: number }>;
  /** The outcome that did it, and the key of what the page then says. */
  done: [outcome: string, says: string];
};

const buttons: Record<string, Button> = {
  approve: {
    right: "approve",
    asks: "export",
    run: (db, on) => approvePack(db, on),
    done: ["approved", "approved"],
  },
  discard: {
    right: "export-signatures",
    asks: "send",
    run: (db, on) => discardPack(db, on),
    done: ["discarded", "discarded"],
  },
  "approve-hand-over": {
    right: "approve",
    asks: "send",
    run: (db, on) => approveHandOver(db, on),
    done: ["recorded", "handed-over"],
  },
  "take-back-hand-over": {
    right: "export-signatures",
    asks: "send",
    run: (db, on) => withdrawHandOver(db, on),
    done: ["taken-back", "hand-over-taken-back"],
  },
};

const refuse = (answer: Answer, status = 422) => data(answer, { status });

/** Acts by the button that sent the form, under its right. */
export async function act(args: ActionFunctionArgs) {
  const { intent = "", pack = "", seen = "" } = await readTyped(args.request);
  const { db, wakeMail } = args.context;
  const button = Object.hasOwn(buttons, intent) ? buttons[intent] : undefined;
  const {
    on: who,
    company,
    organizer,
    at,
  } = await requireCompany(args, button?.right ?? "export-signatures");
  const on = { ...who, companyId: company.id, publicId: pack };
  const prove = (kind: Button["asks"]) =>
    reauthenticate(args, organizer, { kind, campaignId: on.campaignId });
  const done = (word: string, letters?: number) => {
    if (letters !== undefined) wakeMail();
    return redirect(
      at("packs", { done: word, ...(letters !== undefined && { letters: `${letters}` }) }),
      303,
    );
  };
  if (button) {
    const asked = await prove(button.asks);
    if (asked) return asked;
    const { outcome, letters } = unlessGone(await button.run(db, { ...on, seen }));
    const [did, says] = button.done;
    return outcome === did ? done(says, letters) : refuse({ pack, refused: outcome }, 409);
  }
  if (intent === "ask") {
    const { outcome } = unlessGone(await askForPack(db, on));
    return done(outcome === "asked" ? "asked" : "");
  }
  if (intent !== "hand-over") return refuse({ pack: null, refused: "unreadable" });

  const form = await parseForm(args.request, HandOverForm);
  const { values } = form;
  if (!form.ok) return refuse({ pack, errors: form.errors, values });
  const asked = await prove("send");
  if (asked) return asked;
  const { day, time, to } = form.value;
  const handedOverAt = new Date(`${day}T${time}:00Z`);
  const recorded = unlessGone(await recordHandOver(db, { ...on, handedOverAt, to }));
  if (recorded.outcome === "recorded") return done("handed-over", recorded.letters);
  if (recorded.outcome === "waits") return done("hand-over-waits");
  return refuse({ pack, refused: recorded.outcome, values }, 409);
}
