import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import { noticeApproval } from "#app/domain/campaign/notices/notice-approval.ts";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import { petitionApproval } from "#app/domain/campaign/petition/petition-approval.ts";
import { findWords, forecastCount, meaningOf } from "#app/domain/campaign/petition/petition-meaning.ts";
import { readTranslatedPetition } from "#app/domain/campaign/petition/petition-translations.server.ts";
import { readWaitingPetition } from "#app/domain/campaign/petition/read-waiting-petition.server.ts";
import { hasSigners } from "#app/domain/campaign/petition-signers.server.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";
import { gapsIn, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApproval, readApprovals } from "#app/domain/team/read-approvals.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

/** Loads the petition in force, its draft, what waits for approval, and every signed text. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const { db, env, transport } = args.context;
  const mailing = createMailing(env, transport);
  const petition = await readEditedPetition(db, campaign.id);
  const { inForce, versions, draft } = petition;
  const listed = await listNotices(db, campaign.id);
  const who = { campaignId: campaign.id, organizerId: organizer.organizerId };
  const noticeStateOf = await readApprovalStates(db, who, noticeApproval);
  const stateOf = await readApprovalStates(db, who, petitionApproval);
  const subjects = listed.map(({ publicId }) => publicId);
  const asked = await readApprovals(db, { campaignId: campaign.id, kind: "notice", subjects });
  const details = await readSendingDetails(db, campaign.id);
  const notices = listed.map((notice) => ({
    /** What its emails need that is missing or still an example. */
    unready: missingForSending({ ...details, own: [notice.change] }, mailing),
    ...notice,
    approval: noticeStateOf([notice.askedById]),
    asked: asked.get(notice.publicId)?.asked ?? [],
  }));
  const meaning = versions.find(({ version }) => inForce && version === meaningOf(inForce));
  const isNotified = notices.some(
    ({ version, state, approvedAt }) =>
      version === meaning?.version && (state !== "cancelled" || approvedAt !== null),
  );
  const forecast = (of: number | null) => forecastCount(versions, inForce, of);
  const known = draft && findWords(versions, draft);
  const others = await readOtherLanguages(db, campaign.id);
  const isSigned = await hasSigners(db, campaign.id);
  /** Finished translations are published with the text if a second person approves both. */
  const gapsOf = async (text: PetitionWords) => {
    const again = findWords(versions, text)?.again ?? null;
    const translated = isSigned ? await readTranslatedPetition(db, campaign.id, text, again) : [];
    const known = new Set<string>(translated.map(({ locale }) => locale));
    return gapsIn(others, neededTexts.petition(text), again).filter(({ locale }) => !known.has(locale));
  };
  const waiting = await readWaitingPetition(db, campaign.id);
  const proposedMeaning =
    waiting && inForce && (waiting.isTranslation || waiting.note !== null)
      ? meaningOf(inForce)
      : ((waiting && findWords(versions, waiting.after)?.meaning) ?? null);
  const hands = waiting ? [waiting.askedById, waiting.editedById, ...waiting.translatedBy] : [];
  const ofText = { campaignId: campaign.id, kind: "petition", subject: waiting?.publicId ?? "" } as const;
  return {
    slug: campaign.slug,
    now: new Date().toISOString(),
    sentBack: await listSentBack(db, {
      campaign,
      organizerId: organizer.organizerId,
      kinds: ["petition", "notice"],
    }),
    ...petition,
    draft: draft && {
      ...draft,
      like: known?.like ?? null,
      forecast: forecast(known?.meaning ?? null),
      gaps: await gapsOf(draft),
      /** Whether it means the same as the text in force; null: its publisher decides. */
      isSame: known && inForce ? known.meaning === meaningOf(inForce) : null,
    },
    proposal: waiting && {
      ...waiting,
      approval: stateOf(hands),
      asked: (await readApproval(db, ofText)).asked,
      gaps: waiting.isTranslation ? [] : await gapsOf(waiting.after),
      forecast: forecast(proposedMeaning),
      /** Whether its author says that it means the same as the text in force. */
      isSame: inForce !== null && proposedMeaning === meaningOf(inForce),
    },
    versions: versions.map((one) => ({
      ...one,
      /** The count if it were in force again; null if it means the same as the text in force. */
      forecast: inForce && meaningOf(one) !== meaningOf(inForce) ? forecast(meaningOf(one)) : null,
      /** It can be restored: its words differ from those in force. */
      isBack: inForce !== null && (one.summary !== inForce.summary || one.body !== inForce.body),
    })),
    notices,
    /** The version about which earlier signers can still be emailed. */
    tellable: meaning?.earlierSigners && !isNotified ? meaning.version : null,
    hasSigners: isSigned,
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type PetitionPage = ReturnType<typeof useLoaderData<typeof load>>;
