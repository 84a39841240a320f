import { sql } from "drizzle-orm";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";
import { packLivesDays } from "./pack.ts";

export const packApproval: ApprovalPort = {
  kind: "pack",
  asks: "export-signatures",
  right: "approve",
  opens: "approve",
  waiting: sql`select k.campaign_id, k.public_id as subject, k.number, k.asked_at,
      array_remove(array[k.asked_by_id], null) as hands
    from packs k where k.approved_at is null and k.made_at is null
      and k.asked_at > now() - make_interval(days => ${packLivesDays})`,
};

/** Recorded handovers in person, under the id of their pack. */
export const handOverApproval: ApprovalPort = {
  kind: "hand-over",
  asks: "export-signatures",
  right: "approve",
  opens: "approve",
  waiting: sql`select k.campaign_id, k.public_id as subject, k.number, k.hand_over_asked_at as asked_at,
      array_remove(array[k.hand_over_asked_by_id], null) as hands
    from packs k where k.hand_over_asked_at is not null and k.made_at is not null
      and k.handed_over_at is null and k.discarded_at is null`,
};
