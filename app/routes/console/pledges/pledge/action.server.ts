import { z } from "zod";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { findCoFilingRule, findIssuerSnapshot } from "#app/domain/campaign/meetings/queries.server.ts";
import { checkPapers } from "#app/domain/entries/pledges/check-papers.server.ts";
import { type Assessment, assess } from "#app/domain/entries/pledges/co-filing/assess.ts";
import { readPledge } from "#app/domain/entries/pledges/list/read-pledge.server.ts";
import { checkedLevels, type Holding, verifications } from "#app/domain/entries/pledges/pledge.ts";
import { findPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { reviewPledge } from "#app/domain/entries/pledges/review-pledge.server.ts";
import { type TierReminder, viewHolding } from "#app/domain/entries/pledges/view-holding.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, orNotFound } from "#app/http/respond.server.ts";

/** `mayCoFile`: for a holder willing to co-file, computed from what they said. */
export type ViewedHolding = {
  holding: Holding | null;
  mayCoFile: Assessment | null;
  tierReminder: TierReminder | null;
};

/** The page's answer to a post. */
export type Answer = {
  /** The holding as viewed; null if there was nothing to show. */
  viewed?: ViewedHolding;
  /** A key of `pledgeList.one.undone`. */
  undone?: string;
  levelMissing?: boolean;
};

const Fields = z.object({
  intent: z.enum(["look", "papers", "review"]),
  level: z.enum([...checkedLevels, "email_confirmed"]).optional(),
  /** The level of verification that the page showed. */
  seen: z.enum(verifications).optional(),
  accept: z.enum(["yes", "no"]).optional(),
});

const rightFor: Record<z.infer<typeof Fields>["intent"], OrganizerRight> = {
  look: "view-holdings",
  papers: "check-papers",
  review: "check-papers",
};

const refuse = (answer: Answer, status = 422) => data(answer, { status });

/** Does what the button says, for an organizer whose role carries the right. */
export async function act(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, Fields);
  const intent = form.ok ? form.value.intent : "look";
  const { campaign, scope } = await requireCampaign(args, rightFor[intent]);
  const publicId = args.params.pledge ?? "";
  if (!z.uuid().safeParse(publicId).success) throw notFound();
  if (!form.ok) return refuse({ undone: "form" });

  const { db, env } = args.context;
  orNotFound(await readPledge(db, scope, publicId));
  const page = `/organize/c/${campaign.slug}/pledges/${publicId}`;
  if (intent === "look") {
    const viewed = await viewHolding(db, env.keys, { scope, publicId });
    if (viewed.outcome === "unreadable") return refuse({ undone: "unreadable" }, 409);
    if (viewed.outcome === "not-shown")
      return data<Answer>({ viewed: { holding: null, mayCoFile: null, tierReminder: null } });
    const { holding, tierReminder } = viewed;
    const assessed = await mayCoFile(args, scope, holding);
    return data<Answer>({ viewed: { holding, mayCoFile: assessed, tierReminder } });
  }
  if (intent === "papers") {
    const { level, seen } = form.value;
    if (!level) return refuse({ levelMissing: true });
    if (!seen) return refuse({ undone: "form" });
    const { outcome } = await checkPapers(db, env.keys, { scope, publicId, seen, level });
    return outcome === "recorded" ? redirect(`${page}?done=recorded`, 303) : refuse({ undone: outcome }, 409);
  }
  if (!form.value.accept) return refuse({ undone: "form" });
  const { outcome } = await reviewPledge(db, env.keys, {
    scope,
    publicId,
    accept: form.value.accept === "yes",
  });
  const done = outcome === "accepted" || outcome === "not-accepted";
  return done ? redirect(`${page}?done=${outcome}`, 303) : refuse({ undone: outcome }, 409);
}

type Scope = { campaignId: number; organizerId: string };

async function mayCoFile({ params, context }: ActionFunctionArgs, scope: Scope, holding: Holding) {
  const { db } = context;
  const { campaignId } = scope;
  const now = new Date();
  const publicId = params.pledge ?? "";
  const [pledge, own] = await Promise.all([readPledge(db, scope, publicId), findPledge(db, publicId)]);
  if (!own || !pledge?.willing.includes("cofile")) return null;
  const [rule, snapshot, { zone }] = await Promise.all([
    findCoFilingRule(db, campaignId, own.companyId),
    findIssuerSnapshot(db, campaignId, "priceHigh60d", now, own.companyId),
    findCompany(db, campaignId, own.companyId),
  ]);
  const { heldSinceMonth, tenureBucket } = pledge;
  return assess({ holding, heldSinceMonth, tenureBucket, rule, snapshot, zone }, now);
}
