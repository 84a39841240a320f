import { readApprovals } from "#app/domain/approvals/read-approvals.server.ts";
import { meaningOf } from "#app/domain/campaigns/petition-meaning.ts";
import { hasSigners } from "#app/domain/campaigns/petition-signers.server.ts";
import { readEditedPetition } from "#app/domain/campaigns/read-edit.server.ts";
import { listNotices } from "#app/domain/notices/queries.server.ts";
import { approvesFrom, approvingOf, othersWhoCan } from "#app/domain/organizers/approving.ts";
import { listApprovers } from "#app/domain/organizers/list-approvers.server.ts";
import { mayDo } from "#app/domain/organizers/organizer.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

/** The petition in force, its draft, and every text people signed. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const { db } = args.context;
  const petition = await readEditedPetition(db, campaign.id);
  const listed = await listNotices(db, campaign.id);
  const approvers = await listApprovers(db, campaign.id);
  const me = organizer.organizerId;
  const subjects = listed.map(({ publicId }) => publicId);
  const asked = await readApprovals(db, { campaignId: campaign.id, kind: "notice", subjects });
  const notices = listed.map((notice) => {
    const approving = approvingOf(approvers, me, [notice.askedById]);
    return {
      ...{ ...notice, approving, approvesFrom: approvesFrom(approvers, me, approving) },
      asked: asked.get(notice.publicId)?.asked ?? [],
    };
  });
  const { inForce, versions } = petition;
  const meaning = versions.find(({ version }) => inForce && version === meaningOf(inForce));
  const told = notices.some(
    ({ version, state, approvedAt }) =>
      version === meaning?.version && (state !== "cancelled" || approvedAt !== null),
  );
  return {
    ...{ slug: campaign.slug, now: new Date().toISOString() },
    ...petition,
    notices,
    /** The version of which those who signed before can still be told. */
    tellable: meaning?.earlierSigners && !told ? meaning.version : null,
    approvers: othersWhoCan(approvers, "").map(({ id, name }) => ({ id, name })),
    hasSigners: await hasSigners(db, campaign.id),
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}
