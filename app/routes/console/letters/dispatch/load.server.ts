import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import type { CampaignOfOrganizer } from "#app/domain/access/queries.server.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { findUnset } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { listRecipients } from "#app/domain/campaign/recipients/queries.server.ts";
import { checkDispatch, readDispatchSheet } from "#app/domain/outgoing/dispatches/check-dispatch.server.ts";
import type { DispatchContent, DispatchFigures } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { dispatchApproval } from "#app/domain/outgoing/dispatches/dispatch-approval.ts";
import { readDispatchDigest } from "#app/domain/outgoing/dispatches/dispatch-frame.server.ts";
import { countOpenings } from "#app/domain/outgoing/dispatches/drafting/open-letters.server.ts";
import { countWaiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { fillIn } from "#app/domain/outgoing/dispatches/fill-in.ts";
import { planDraft } from "#app/domain/outgoing/dispatches/preview/plan-draft.server.ts";
import { dispatchProgress, type PartProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { readApproval } from "#app/domain/team/read-approvals.server.ts";
import type { Refusal } from "#app/http/draft-acts.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { locales } from "#app/i18n/index.ts";
import { createMailing } from "#app/mail/mailing.server.ts";

/** The page's answer to a failed action. `stale`: the current content, for an edit of an older version. */
export type Answer = Refusal & { stale?: { version: number; theirs: DispatchContent } | undefined };

type Context = Pick<AppLoadContext, "db" | "env" | "transport">;
type Asked = {
  /** A key for what was just done, from the address. */
  doneCode: string | null;
  /** How many chosen letters a new draft could not include, from the address. */
  left: number;
};
type Who = { campaign: CampaignOfOrganizer; organizerId: string; name: string };

const notBegun = ["draft", "submitted", "approved"];

/** Loads what a dispatch's page shows to this organizer. */
export async function loadDispatch(
  { db, env, transport }: Context,
  { campaign, organizerId, name: me }: Who,
  dispatch: DispatchView,
  { doneCode, left }: Asked,
) {
  const isOpen = notBegun.includes(dispatch.stage);
  const may = (right: Parameters<typeof mayDo>[1]) => mayDo(campaign, right);
  const draft = { ...dispatch, campaignId: campaign.id };
  const [
    sheet,
    progress,
    planned,
    checks,
    waiting,
    recipients,
    approvalStateOf,
    campaignDigest,
    approval,
    openings,
  ] = await Promise.all([
    readDispatchSheet(db, dispatch.id),
    dispatchProgress(db, dispatch.id),
    dispatch.stage === "draft" ? planDraft(db, draft) : null,
    isOpen ? checkDispatch(db, dispatch.id) : null,
    isOpen ? countWaiting(db, { campaignId: campaign.id, companyId: dispatch.companyId }) : null,
    dispatch.stage === "draft" && may("write") ? listRecipients(db, campaign.id, dispatch.companyId) : [],
    readApprovalStates(db, { campaignId: campaign.id, organizerId }, dispatchApproval),
    dispatch.stage === "draft"
      ? readDispatchDigest(db, { campaignId: campaign.id, companyId: dispatch.companyId })
      : "",
    readApproval(db, { campaignId: campaign.id, kind: "dispatch", subject: dispatch.publicId }),
    countOpenings(db, campaign.id, dispatch),
  ]);
  // Submitting a draft makes one of its authors, who cannot approve it.
  const hands = dispatch.stage === "draft" ? [organizerId] : [dispatch.submitter?.id, dispatch.editor?.id];
  const locale = locales.find((known) => known === dispatch.locale) ?? "en";
  const { id: _id, companyId, ...view } = dispatch;
  const companies = await listCompaniesOf(db, campaign.id);
  const figures = figuresSent(sheet.figures, progress.parts);
  const details = await readSendingDetails(db, campaign.id, { dispatchId: dispatch.id });
  const mailing = createMailing(env, transport);
  return {
    slug: campaign.slug,
    doneCode,
    left: doneCode === "drafted" ? left : 0,
    dispatch: view,
    /** The slug of its company. */
    company: companies.find(({ id }) => id === companyId)?.slug ?? null,
    /** Its words with the counts filled in. */
    reads: {
      subject: fillIn(dispatch.subject, locale, figures),
      body: fillIn(dispatch.body, locale, figures),
    },
    /** The content of each email, by number: for a draft, as it would be made now. */
    mails:
      planned?.planned.map(({ letterIds, signatureIds }, place) => ({
        part: place + 1,
        letters: letterIds.length,
        names: signatureIds.length,
      })) ?? progress.parts.map(({ part, letters, names }) => ({ part, letters, names })),
    sheet,
    progress,
    checks,
    waiting,
    recipients,
    /** Details that every email needs and that are missing or still examples. */
    unset: findUnset(details, mailing),
    /** Emails are only written to files on this machine, with marked examples. */
    isRehearsal: mailing.rehearsal,
    asked: approval.asked,
    openings,
    self: organizerId,
    /** Why it was sent back, until it is sent. */
    sentBack: dispatch.stage === "draft" || dispatch.stage === "submitted" ? approval.sentBack : null,
    approval: approvalStateOf(hands),
    me,
    /** Digest of what a submission covers besides the words. */
    campaignDigest,
    rights: {
      write: may("write"),
      approve: may("approve"),
      names: may("view-names"),
      export: may("export-signatures"),
      review: may("review"),
    },
    now: new Date().toISOString(),
  };
}

/** Returns the counts in its email: if there is one email, the counts it was written with. */
function figuresSent(figures: DispatchFigures, parts: readonly PartProgress[]): DispatchFigures {
  const [only] = parts;
  return only?.frozen && parts.length === 1
    ? { ...figures, letters: only.frozen.letters, names: only.frozen.names }
    : figures;
}

export type DispatchPage = Awaited<ReturnType<typeof loadDispatch>>;
