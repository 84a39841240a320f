import type { ApprovalState } from "#app/domain/access/approving.ts";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import type { CampaignOfOrganizer } from "#app/domain/access/queries.server.ts";
import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import { countGoneSince, listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";
import { countPack } from "#app/domain/outgoing/packs/making/count-pack.server.ts";
import type { PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import type { PackState } from "#app/domain/outgoing/packs/pack.ts";
import { handOverApproval, packApproval } from "#app/domain/outgoing/packs/pack-approval.ts";
import { packKeys } from "#app/domain/outgoing/packs/public-key.server.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { readApprovals } from "#app/domain/team/read-approvals.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";

type Who = { campaign: CampaignOfOrganizer; organizerId: string; company: { id: number; slug: string } };

export type ListedPack = {
  publicId: string;
  number: number;
  /** The slug of its company. */
  company: string;
  state: PackState;
  askedAt: string;
  asker: string | null;
  byOperator: boolean;
  approvedAt: string | null;
  approver: string | null;
  approvedAlone: boolean;
  madeAt: string | null;
  abortedAt: string | null;
  handedOverAt: string | null;
  handedOverTo: string | null;
  bearer: string | null;
  discardedAt: string | null;
  discarder: string | null;
  bytes: number | null;
  sha256: string | null;
  manifestSha256: string | null;
  manifest: PackManifest | null;
  waits: ApprovalState | null;
  asked: AskedApproval["asked"];
  gone: { letters: number; signatures: number };
  /** A recorded handover that waits for a second person. */
  told: {
    by: string | null;
    to: string;
    /** Digest of what is approved. */
    seen: string;
    handedOverAt: string;
    waits: ApprovalState;
    asked: AskedApproval["asked"];
  } | null;
  handOverApprover: string | null;
  handOverAlone: boolean;
};

/** While a pack is in one of these states, its company can get no other. */
const isOpen: readonly PackState[] = ["asked", "approved", "running", "aborted"];

const time = (at: Date | null) => at?.toISOString() ?? null;

/** Loads what the page of packs shows to this organizer. */
export async function loadPacks(
  { db, env }: Pick<AppLoadContext, "db" | "env">,
  { campaign, organizerId, company }: Who,
) {
  const [packs, counts, stateOf, handOverStateOf] = await Promise.all([
    listPacks(db, { campaignId: campaign.id, organizerId }),
    countPack(db, { campaignId: campaign.id, companyId: company.id }),
    readApprovalStates(db, { campaignId: campaign.id, organizerId }, packApproval),
    readApprovalStates(db, { campaignId: campaign.id, organizerId }, handOverApproval),
  ]);
  const out = counts.signaturesLeftOut;
  const subjects = packs.map(({ publicId }) => publicId);
  const [askedFor, handedOver] = await Promise.all(
    (["pack", "hand-over"] as const).map((kind) =>
      readApprovals(db, { campaignId: campaign.id, kind, subjects }),
    ),
  );
  return {
    slug: campaign.slug,
    madeOn: new Date().toISOString(),
    now: {
      signatures: counts.signatures,
      letters: counts.letters,
      leftOut: Object.values(out).reduce((sum, count) => sum + count, 0),
      names: out.queued,
    },
    mayReview: mayDo(campaign, "review"),
    /** Others only approve. */
    mayExport: mayDo(campaign, "export-signatures"),
    waits: packs.find((pack) => pack.company === company.slug && isOpen.includes(pack.state))?.number ?? null,
    /** Nobody else could approve what they record. */
    isAlone: handOverStateOf([organizerId]).approving === "alone",
    keys: packKeys(env.keys),
    sentBack: await listSentBack(db, { campaign, organizerId, kinds: ["pack", "hand-over"] }),
    packs: await Promise.all(
      packs.map(async ({ id, askedById, ...pack }) => {
        const recorded =
          pack.told && pack.state === "made"
            ? {
                by: pack.teller,
                to: pack.told.to,
                seen: pack.told.seen,
                handedOverAt: pack.told.handedOverAt.toISOString(),
                waits: handOverStateOf([pack.told.byId]),
                asked: handedOver?.get(pack.publicId)?.asked ?? [],
              }
            : null;
        const { askedAt, approvedAt, madeAt, abortedAt, handedOverAt, discardedAt } = pack;
        return {
          publicId: pack.publicId,
          number: pack.number,
          company: pack.company,
          state: pack.state,
          manifest: pack.manifest,
          asker: pack.asker,
          approver: pack.approver,
          approvedAlone: pack.approvedAlone,
          bearer: pack.bearer,
          handedOverTo: pack.handedOverTo,
          bytes: pack.bytes,
          sha256: pack.sha256,
          manifestSha256: pack.manifestSha256,
          askedAt: askedAt.toISOString(),
          approvedAt: time(approvedAt),
          madeAt: time(madeAt),
          abortedAt: time(abortedAt),
          handedOverAt: time(handedOverAt),
          discardedAt: time(discardedAt),
          discarder: pack.discarder,
          told: recorded,
          handOverApprover: pack.handOverApprover,
          handOverAlone: pack.handOverAlone,
          waits: pack.state === "asked" ? stateOf([askedById]) : null,
          asked: askedFor?.get(pack.publicId)?.asked ?? [],
          byOperator: askedById === null && pack.asker === null,
          gone:
            pack.state === "made"
              ? await countGoneSince(db, { campaignId: campaign.id, id })
              : { letters: 0, signatures: 0 },
        };
      }),
    ),
  };
}
