import { z } from "zod";
import { askAgain } from "#app/domain/access/sign-in/ask-again.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { hasProof, proveByCode, proveByPasskey } from "#app/domain/access/sign-in/prove.server.ts";
import {
  listSecondFactors,
  mayProveByMail,
} from "#app/domain/access/sign-in/second-factor/second-factors.server.ts";
import type { Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { readBody, readFields } from "./form.server.ts";
import { noteRefusal } from "./note-refusal.server.ts";
import { readCookie, writeCookie } from "./organizer-cookies.server.ts";
import { type AppLoadContext, data, redirect } from "./remix.server.ts";

type Db = AppLoadContext["db"];
type Args = { request: Request; context: AppLoadContext };

/** What the page asks for before an action, with all that was sent for it, so that nothing is typed twice. */
export type ProofAsked = {
  kind: ProofFor["kind"];
  campaignId: number | null;
  /** A key of `people.proof.problems`. */
  problem: string | null;
  /** When a try is allowed again. */
  until: string | null;
  /** A code was emailed. */
  mailed: boolean;
  hasApp: boolean;
  hasPasskey: boolean;
  /** A code can be emailed: only to people who have no second factor and need none. */
  byMail: boolean;
  fields: [string, string][];
};

const ProofFields = z.object({
  proof_code: z.string().max(40).optional(),
  proof_response: z.string().max(20_000).optional(),
  proof_mail: z.string().optional(),
});

/**
 * Returns null when the person signed in reauthenticated for this purpose in the last minutes, or does with
 * this post. Else the answer: the page that asks, which sends the same form again. Call it in an action
 * before anything changes:
 *
 *     const asked = await reauthenticate(args, organizer, { kind: "export", campaignId: campaign.id });
 *     if (asked) return asked;
 */
export async function reauthenticate({ request, context }: Args, session: Session, purpose: ProofFor) {
  const { db, env } = context;
  const { organizerId } = session;
  const { campaignId } = purpose;
  if (await hasProof(db, session, purpose)) return null;
  const body = await readBody(request);
  const form = readFields(body, ProofFields);
  const given = form.ok ? form.value : {};
  const ceremony = readCookie(env, request, "approval");

  if (given.proof_mail !== undefined) {
    if (!(await mayProveByMail(db, session.organizerId))) return ask({ problem: "not-by-mail" });
    const asked = await askAgain(db, env.keys, {
      organizerId: session.organizerId,
      sessionId: session.id,
      purpose,
    });
    if (asked.outcome === "mailed") {
      context.wakeMail();
      return ask({ mailed: true }, { "Set-Cookie": writeCookie(env, "approval", asked.token) });
    }
    return ask({
      problem: asked.outcome,
      until: asked.outcome === "too-many" ? asked.until.toISOString() : null,
    });
  }
  if (given.proof_response) {
    const token = readCookie(env, request, "passkey") ?? "";
    const response = readJson(given.proof_response);
    const tried = await proveByPasskey(db, env, { session, purpose, token, response });
    if (tried.outcome === "proved") return null;
    noteRefusal(context, { why: "passkey", organizerId, campaign: campaignId });
    return ask({ problem: "passkey" });
  }
  if (given.proof_code?.trim()) {
    const tried = await proveByCode(db, env.keys, { session, purpose, ceremony, code: given.proof_code });
    if (tried.outcome === "proved") return null;
    const why = tried.outcome === "locked" ? "locked" : "proof";
    noteRefusal(context, { why, organizerId, campaign: campaignId });
    const until = tried.outcome === "locked" ? tried.until.toISOString() : null;
    return ask({ problem: tried.outcome, until, mailed: ceremony !== null });
  }
  return ask({ problem: given.proof_code === undefined ? null : "missing" });

  async function ask(answer: Partial<ProofAsked>, headers: HeadersInit = {}) {
    const fields = [...(body ?? [])].filter(
      (field): field is [string, string] => typeof field[1] === "string" && !field[0].startsWith("proof_"),
    );
    const proof: ProofAsked = { ...(await askFor(db, session, purpose)), fields, ...answer };
    return data({ proof }, { status: 403, headers });
  }
}

/** Returns what the page asks for before a code is emailed. */
export async function askFor(db: Db, session: Session, purpose: ProofFor): Promise<ProofAsked> {
  const { organizerId } = session;
  const { totpSince, passkeys } = await listSecondFactors(db, organizerId);
  return {
    problem: null,
    until: null,
    mailed: false,
    fields: [],
    ...purpose,
    hasApp: totpSince !== null,
    hasPasskey: passkeys.length > 0,
    byMail: await mayProveByMail(db, organizerId),
  };
}

/**
 * Guards a file with personal data: returns for those who reauthenticated in the last minutes, in this
 * session, to export from the campaign. Sends all others to the page that asks and leads back to the file.
 */
export async function requireProof(
  { request, context }: Args,
  session: Session,
  campaign: { id: number; slug: string },
): Promise<void> {
  if (await hasProof(context.db, session, { kind: "export", campaignId: campaign.id })) return;
  const base = `/organize/c/${campaign.slug}`;
  const file = new URL(request.url).pathname.slice(base.length + 1);
  throw redirect(`${base}/fetch?${new URLSearchParams({ file })}`, 303);
}

/** Parses what a browser sent of a passkey; null if not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
