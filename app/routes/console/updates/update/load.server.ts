import { randomUUID } from "node:crypto";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import type { CampaignOfOrganizer } from "#app/domain/access/queries.server.ts";
import { findUnset, missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { type SeriesAct, seriesActs } from "#app/domain/outgoing/updates/audience/acts.ts";
import {
  type AudienceSize,
  roundAudienceSize,
  roundedDown,
} from "#app/domain/outgoing/updates/audience/audience-size.ts";
import { listPledgedCompanies } from "#app/domain/outgoing/updates/audience/list-companies.server.ts";
import {
  countAudience,
  readProgress,
  type UpdateProgress,
} from "#app/domain/outgoing/updates/progress.server.ts";
import {
  findBrought,
  findChangesSinceSubmitted,
  type UpdateView,
} from "#app/domain/outgoing/updates/queries.server.ts";
import { type Incomplete, problemsOfLines } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { mailStates } from "#app/domain/outgoing/updates/update.ts";
import { updateApproval } from "#app/domain/outgoing/updates/update-approval.ts";
import { readCampaignDigest, readFrameState } from "#app/domain/outgoing/updates/update-content.server.ts";
import { defaultGreeting, type UpdateContent } from "#app/domain/outgoing/updates/update-form.ts";
import { listClaimsForUpdates } from "#app/domain/outgoing/updates/words/list-claims.server.ts";
import { type MarkdownError, parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import type { Refusal } from "#app/http/draft-acts.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { countries } from "#app/ui/country-select.tsx";

/** The page's answer to a failed action. */
export type Answer = Refusal & {
  /** When a try is allowed again. */
  until?: string | undefined;
  /** For an edit based on an older version: the current one. */
  stale?: { version: number; theirs: UpdateContent; who: string | null; at: string } | undefined;
  /** Set by the page itself: the site did not answer, and the action may have been done. */
  lost?: "no-connection" | "signed-out" | "no-right" | undefined;
  /** After an autosave: the current state. */
  saved?:
    | {
        version: number;
        at: string;
        people: AudienceSize;
        errors: Record<string, unknown[]>;
        lines: Incomplete[];
      }
    | undefined;
};

type Context = Pick<AppLoadContext, "db" | "env" | "transport" | "locale">;
type Asked = {
  /** A key for what was just done, from the address. */
  doneCode: string | null;
  /** An automatic refresh. */
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
  // People come into one that goes by itself one at a time, so that each more would tell what one did.
  const isRounded = update.audience.after !== null && !mayDo(campaign, "view-names");
  const isOpen = notBegun.includes(update.stage);
  const counts = isOpen || (update.stage === "sent" && !isRenewal);
  const [
    approvalStateOf,
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
    readApprovalStates(db, { campaignId: campaign.id, organizerId }, updateApproval),
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
  // Submitting a draft makes one of its authors, who cannot approve it.
  const hands = update.stage === "draft" ? [organizerId] : [update.submitter?.id, update.editor?.id];
  const rights = { write: mayDo(campaign, "write"), approve: mayDo(campaign, "approve") };
  const mayEdit = rights.write && isOpen;
  const { id: _id, continuesId: _continues, postalAddress: _address, ...view } = update;
  const details = await readSendingDetails(db, campaign.id, { updateId: update.id });
  const mailing = createMailing(context.env, context.transport);
  return {
    slug: campaign.slug,
    /** A key for what was just done. */
    doneCode,
    update: view,
    rights,
    /**
     * All countries while editing, else the chosen ones. Named here: browsers name and sort some differently.
     */
    countries: countries(context.locale).filter(
      ({ code }) => mayEdit || update.audience.countries.includes(code),
    ),
    /** Companies that pledges are about, if they are several or the audience names one. */
    companies: pledged.length > 1 || update.audience.companies.length > 0 ? pledged : [],
    /** Its audience if sent now; for a sent update, who has joined since; null for an automatic refresh. */
    people,
    /** Why a text cannot be sent, by language. */
    errors,
    /** Why a subject or a greeting cannot be sent. */
    lines: isOpen ? problemsOfLines(update.texts) : [],
    /** The greeting in each language, unless a text has its own. */
    greetings: Object.fromEntries(update.languages.map((locale) => [locale, defaultGreeting(locale)])),
    /** Claims that a text can cite, by number. */
    claims: mayEdit
      ? claims.filter(({ isPublic }) => isPublic).map(({ number, text }) => ({ number, text }))
      : [],
    changes,
    progress: progress && isRounded ? roundProgress(progress) : progress,
    /** Its figures are multiples of five. */
    isRounded,
    brought: update.audience.after && begun ? await readBrought(db, campaign, update) : null,
    missing: missingForSending(details, mailing),
    /** While emails are only written to files: details replaced by examples. */
    rehearsed: mailing.rehearsal ? findUnset(details, mailing) : [],
    approval: approvalStateOf(hands),
    asked: approval.asked,
    /** Why it was sent back, until it is sent. */
    sentBack: ["draft", "submitted", "paused"].includes(update.stage) ? approval.sentBack : null,
    /** It is paused, and its new approval was sent back with a reason: it can be requested again. */
    isSentBack: update.stage === "paused" && approval.isSentBack,
    /** What the approver sees around the words, and what of it has changed since. */
    frameState: frameState ?? { frame: "", differs: [] },
    /** Digest of what a submission covers besides the words. */
    campaignDigest,
    now: new Date().toISOString(),
    /** Id of the draft that "Send to people who joined since" makes. */
    draftId: randomUUID(),
  };
}

export type UpdatePage = Awaited<ReturnType<typeof loadUpdate>>;

/** Rounds down how far it is; the states still add up. */
function roundProgress({ counts: exact, problems, ...rest }: UpdateProgress): UpdateProgress {
  const counts = { ...exact };
  for (const state of mailStates) counts[state] = roundedDown(exact[state]);
  return {
    ...rest,
    counts,
    audienceSize: Object.values(counts).reduce((sum, n) => sum + n, 0),
    hardBounced: roundedDown(rest.hardBounced),
    perSecond: null,
    secondsLeft: null,
    problems: problems
      .map((problem) => ({ ...problem, mails: roundedDown(problem.mails) }))
      .filter(({ mails }) => mails > 0),
  };
}

/** Reads what readers did afterwards, as exactly as this organizer may know. */
async function readBrought(
  db: Context["db"],
  campaign: CampaignOfOrganizer,
  { id, audience }: Pick<UpdateView, "id" | "audience">,
) {
  const { acts, at } = await findBrought(db, id);
  const maySeeNames = mayDo(campaign, "view-names");
  const shown = seriesActs.map((act): { act: SeriesAct } & AudienceSize => ({
    act,
    ...roundAudienceSize(acts[act] ?? 0, audience, maySeeNames),
  }));
  return { acts: shown.filter(({ people, isRounded }) => isRounded || people > 0), at };
}

/** Counts whom it reaches, as exactly as this organizer may know. */
export async function countPeople(
  { db }: Pick<Context, "db">,
  campaign: CampaignOfOrganizer,
  { id, audience, continuesId, stage }: Pick<UpdateView, "id" | "audience" | "continuesId" | "stage">,
): Promise<AudienceSize> {
  const without = stage === "sent" ? (continuesId ?? id) : continuesId;
  const people = await countAudience(db, { campaignId: campaign.id, audience, continuesId: without });
  return roundAudienceSize(people, audience, mayDo(campaign, "view-names"));
}

/** Finds why each text cannot be sent. */
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
