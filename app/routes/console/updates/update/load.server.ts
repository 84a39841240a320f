import { randomUUID } from "node:crypto";
import { approvesFrom, approvingOf, othersWhoCan } from "#app/domain/access/approving.ts";
import { listApprovers } from "#app/domain/access/list-approvers.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import type { CampaignOfOrganizer } from "#app/domain/access/queries.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { findUnset, missingForSending } from "#app/domain/campaign/readiness.server.ts";
import { listPledgedCompanies } from "#app/domain/outgoing/updates/audience/list-companies.server.ts";
import { type Reach, reachOf } from "#app/domain/outgoing/updates/audience/reach.ts";
import { readCampaignDigest } from "#app/domain/outgoing/updates/campaign-digest.server.ts";
import { readFrameState } from "#app/domain/outgoing/updates/compare-frame.server.ts";
import { countAudience, readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { findChangesSinceSubmitted, type UpdateView } from "#app/domain/outgoing/updates/queries.server.ts";
import type { UpdateContent } from "#app/domain/outgoing/updates/update-form.ts";
import { listClaimsForUpdates } from "#app/domain/outgoing/updates/words/list-claims.server.ts";
import { type MarkdownError, parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import type { Refusal } from "#app/http/draft-acts.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { countries } from "#app/ui/country-select.tsx";

/** What the page says when an act did not go through. */
export type Answer = Refusal & {
  /** When what was refused works again. */
  until?: string | undefined;
  /** Of an edit begun on an older version: what is there now. */
  stale?: { version: number; theirs: UpdateContent; who: string | null; at: string } | undefined;
  /** Said by the page itself: the site gave no answer, and the act may have been done. */
  lost?: "no-connection" | "signed-out" | "no-right" | undefined;
  /** Of a save that went through while the page stays: what it is now. */
  saved?: { version: number; at: string; people: Reach; errors: Record<string, unknown[]> } | undefined;
};

type Context = Pick<AppLoadContext, "db" | "env" | "transport" | "locale">;
type Asked = {
  /** A word of what was just done, from the address. */
  doneCode: string | null;
  /** The page asks by itself. */
  isRenewal: boolean;
};
type Who = { campaign: CampaignOfOrganizer; organizerId: string };

const notBegun = ["draft", "submitted", "approved", "scheduled"];

/** Loads what an update's page shows to this organizer. */
export async function loadUpdate(
  context: Context,
  { campaign, organizerId }: Who,
  update: UpdateView,
  { doneCode, isRenewal }: Asked,
) {
  const { db } = context;
  const begun = !notBegun.includes(update.stage) && update.startedAt !== null;
  const isOpen = notBegun.includes(update.stage);
  const counts = isOpen || (update.stage === "sent" && !isRenewal);
  const [
    approvers,
    people,
    changes,
    progress,
    errors,
    claims,
    frameState,
    campaignDigest,
    approval,
    pledged,
  ] = await Promise.all([
    listApprovers(db, campaign.id),
    counts ? countPeople(context, campaign, update) : null,
    update.stage === "submitted" ? findChangesSinceSubmitted(db, campaign.id, update.publicId) : null,
    begun ? readProgress(db, update.id) : null,
    isOpen ? readErrors(context, campaign.id, update.texts) : {},
    isOpen ? listClaimsForUpdates(db, campaign.id) : [],
    isOpen || update.stage === "paused" ? readFrameState(db, update.id) : null,
    update.stage === "draft" ? readCampaignDigest(db, campaign.id) : "",
    readApproval(db, { campaignId: campaign.id, kind: "update", subject: update.publicId }),
    listPledgedCompanies(db, campaign.id, update.audience.companies),
  ]);
  // Submitting a draft is having a hand in it.
  const hands = update.stage === "draft" ? [organizerId] : [update.submitter?.id, update.editor?.id];
  const approving = approvingOf(approvers, organizerId, hands);
  const rights = { write: mayDo(campaign, "write"), approve: mayDo(campaign, "approve") };
  const mayEdit = rights.write && isOpen;
  const { id: _id, continuesId: _continues, postalAddress: _address, ...view } = update;
  const details = await readSendingDetails(db, campaign.id, { updateId: update.id });
  const mailing = createMailing(context.env, context.transport);
  return {
    slug: campaign.slug,
    /** A word of what was just done. */
    doneCode,
    update: view,
    rights,
    /**
     * All to choose from, else the chosen ones. Named here, since browsers name and sort some differently.
     */
    countries: countries(context.locale).filter(
      ({ code }) => mayEdit || update.audience.countries.includes(code),
    ),
    /** What pledges are about, where that is more than one company or the audience names one. */
    companies: pledged.length > 1 || update.audience.companies.length > 0 ? pledged : [],
    /** Who would get it now; of one that was sent: who has joined since, null where a page renews itself. */
    people,
    /** What cannot be sent of a text, by language. */
    errors,
    /** What a text can cite, by the number it is cited with. */
    claims: mayEdit
      ? claims.filter(({ isPublic }) => isPublic).map(({ number, text }) => ({ number, text }))
      : [],
    changes,
    progress,
    missing: missingForSending(details, mailing),
    /** What examples replace, where emails are written to files on this machine. */
    rehearsed: mailing.rehearsal ? findUnset(details, mailing) : [],
    approving,
    asked: approval.asked,
    /** Why it was sent back, until it goes. */
    sentBack: ["draft", "submitted", "paused"].includes(update.stage) ? approval.sentBack : null,
    /** It is on hold, and its approval was refused with a reason: somebody may ask again. */
    isSentBack: update.stage === "paused" && approval.isSentBack,
    /** What the approver sees besides the words, and what of it is other than was approved or asked about. */
    frameState: frameState ?? { frame: "", differs: [] },
    /** What a submission is of, besides the words. */
    campaignDigest,
    approvesFrom: approvesFrom(approvers, organizerId, approving),
    approvers: othersWhoCan(approvers, organizerId).map(({ name }) => name),
    /** True where one of the two who could approve submitted it and the other edited it last. */
    deadlock: othersWhoCan(approvers, "").every(
      ({ id }) => id === update.submitter?.id || id === update.editor?.id,
    ),
    now: new Date().toISOString(),
    /** Of the draft that "Send to people who joined since" makes. */
    draftId: randomUUID(),
  };
}

export type UpdatePage = Awaited<ReturnType<typeof loadUpdate>>;

/** Counts whom it reaches, as exactly as this organizer may know. */
export async function countPeople(
  { db }: Pick<Context, "db">,
  campaign: CampaignOfOrganizer,
  { id, audience, continuesId, stage }: Pick<UpdateView, "id" | "audience" | "continuesId" | "stage">,
): Promise<Reach> {
  const without = stage === "sent" ? (continuesId ?? id) : continuesId;
  const people = await countAudience(db, { campaignId: campaign.id, audience, continuesId: without });
  return reachOf(people, audience, mayDo(campaign, "view-names"));
}

/** Finds what cannot be sent of each text. */
export async function readErrors(
  { db }: Pick<Context, "db">,
  campaignId: number,
  texts: readonly { locale: string; body: string }[],
): Promise<Record<string, MarkdownError[]>> {
  const claims = await listClaimsForUpdates(db, campaignId);
  const read = texts.map(({ locale, body }) => {
    const parsed = parseUpdate(body, claims);
    return [locale, parsed.ok ? [] : parsed.errors] as const;
  });
  return Object.fromEntries(read);
}
