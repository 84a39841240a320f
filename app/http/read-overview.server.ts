import { mayDo } from "#app/domain/access/organizer.ts";
import { readPeriod } from "#app/domain/activity/period.ts";
import { readDashboard } from "#app/domain/activity/read-dashboard.server.ts";
import { readMailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
import { findTimeZone } from "#app/domain/activity/set-time-zone.server.ts";
import { listTasks } from "#app/domain/campaign/company/list-meeting-tasks.server.ts";
import { type ChecklistLine, checklistOf } from "#app/domain/campaign/opening/checklist.ts";
import { readOpening } from "#app/domain/campaign/opening/open-campaign.server.ts";
import { listSentBack } from "#app/domain/team/list-sent-back.server.ts";
import { listWaitingApprovals } from "#app/domain/team/list-waiting.server.ts";
import { readResumption } from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { countRefusals } from "#app/domain/upkeep/refusals/count-refusals.server.ts";
import { readMailLimit } from "#app/mail/choose.server.ts";
import type { LoaderFunctionArgs } from "./remix.server.ts";
import { requireCampaign } from "./require-organizer.server.ts";

/** Reads the overview's figures for the address's period, in the organizer's time zone. */
export async function readOverview(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const { db, env } = args.context;
  const period = readPeriod(new URL(args.request.url).searchParams);
  const small = mayDo(campaign, "view-names");
  const zone = await findTimeZone(db, organizer.organizerId);
  const board = await readDashboard(db, campaign.id, { period, zone, small });
  const refusals = mayDo(campaign, "manage") ? await countRefusals(db, campaign.id) : null;
  const approvals = await listWaitingApprovals(db, { campaign, organizerId: organizer.organizerId });
  const sentBack = await listSentBack(db, { campaign, organizerId: organizer.organizerId });
  const mayPrepare = mayDo(campaign, "manage") || mayDo(campaign, "write");
  const opening = campaign.status !== "closed" && mayPrepare ? await readOpening(db, campaign.id) : null;
  const toDo = opening
    ? checklistOf(opening, env.localMode).filter((line) => isOpen(line, env.localMode))
    : [];
  const meetings = mayDo(campaign, "keep-meetings") ? await listTasks(db, campaign.id, new Date()) : [];
  const isDraft = campaign.status === "draft";
  const resumption = await readResumption(db, organizer.organizerId);
  return {
    slug: campaign.slug,
    resumption: resumption && {
      ...resumption,
      since: resumption.since.toISOString(),
      mayResume: resumption.mayResume && campaign.role === "owner",
    },
    isDraft,
    small,
    board,
    mail: await readMailLanes(db, await readMailLimit(env.mail, db.$client)),
    isMailLate: await args.context.isMailLate(),
    refusals,
    approvals,
    sentBack,
    open: { unlinked: opening?.unlinked ?? 0, due: opening?.due ?? 0 },
    toDo,
    meetings,
  };
}

/** In local mode nobody needs to verify a source. */
const isOpen = ({ name, isDone }: ChecklistLine, localMode: boolean) =>
  !isDone && !(localMode && name === "sources");
