import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { DoubtForm, VerifyForm } from "#app/domain/campaign/claims/claim-form.ts";
import { doubtSource } from "#app/domain/campaign/claims/doubt-source.server.ts";
import { type SourceToOpen, sourcesToOpen } from "#app/domain/campaign/claims/sources-to-open.ts";
import { verifySource } from "#app/domain/campaign/claims/verify-source.server.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";

export type Answer = { values?: Record<string, string>; errors?: FieldError[]; refused?: string };

/** The source of this key, if it still waits, else the next that does; where the pass ended, none. */
function placeIn(all: readonly SourceToOpen[], key: string | null): number {
  if (key === "end") return -1;
  const from = Math.max(
    0,
    all.findIndex((one) => one.key === key),
  );
  return all.findIndex(({ waits }, n) => waits && n >= from);
}

/** The next source that waits after this place. */
const keyAfter = (all: readonly SourceToOpen[], at: number) =>
  all.find(({ waits }, n) => waits && n > at)?.key ?? "end";

/** Reads one step: the source, and how far the pass is. `of`: sources that waited when it began. */
export async function loadStep(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { searchParams } = new URL(args.request.url);
  const all = sourcesToOpen(await listEditedClaims(args.context.db, campaign.id));
  const at = placeIn(all, searchParams.get("source"));
  const waiting = all.filter(({ waits }) => waits).length;
  const ahead = all.filter(({ waits }, n) => waits && n >= at).length;
  const asked = /^\d{1,3}$/.exec(searchParams.get("of") ?? "");
  const of = Math.max(ahead, asked ? Number(asked[0]) : 0);
  const step = (key: string) => `/organize/c/${campaign.slug}/edit/claims/verify?source=${key}&of=${of}`;
  const current = all[at];
  return {
    slug: campaign.slug,
    current: current && { ...current, number: of - ahead + 1, here: step(current.key) },
    next: step(keyAfter(all, at)),
    of,
    waiting,
    isEnd: searchParams.get("source") === "end",
    mayManage: mayDo(campaign, "manage"),
    done: searchParams.get("done"),
  };
}

/** Everything in the form, whichever button was pressed: it is returned as typed. */
const Typed = z.object(
  Object.fromEntries(
    ["intent", "url", "title", "archive", "note"].map((name) => [name, z.string().optional()]),
  ),
);

const answer = (body: Answer, status: number) => data(body, { status });

/** Stores what an organizer found on the source's page, and goes on to the next source. */
export async function actOnSource(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const { searchParams } = new URL(args.request.url);
  const key = searchParams.get("source") ?? "";
  const id = Number(/^(\d{1,15})-\d{1,2}$/.exec(key)?.[1] ?? 0);
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const, id };
  const { values: typed } = await parseForm(args.request.clone(), Typed);
  const form = await parseForm(args.request, typed.intent === "doubt" ? DoubtForm : VerifyForm);
  const values = typedOnce(typed);
  if (id === 0) return answer({ refused: "unreadable" }, 422);
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const { outcome } =
    "note" in form.value
      ? await doubtSource(db, { ...on, ...form.value })
      : await verifySource(db, {
          ...on,
          ...form.value,
          url: form.value.url ?? "",
          publishedOn: form.value.published_on,
        });
  if (outcome === "gone") throw notFound();
  if (outcome !== "verified" && outcome !== "doubted")
    return answer({ values, refused: outcome === "stale" ? "stale-claim" : outcome }, 409);
  const all = sourcesToOpen(await listEditedClaims(db, campaign.id));
  const at = all.findIndex((one) => one.key === key);
  const query = new URLSearchParams({
    source: keyAfter(all, at),
    of: searchParams.get("of") ?? "",
    done: outcome,
  });
  return redirect(`/organize/c/${campaign.slug}/edit/claims/verify?${query}`, 303);
}
