import type { QueueName } from "#app/domain/base/jobs/queues.ts";
import { checkCounters } from "./check-counters.ts";
import { checkErasures } from "./check-erasures.ts";
import { drawShareImages } from "./draw-share-images.ts";
import { eraseClosedCampaigns } from "./erase-closed.ts";
import { foldActivity } from "./fold-activity.ts";
import { letters } from "./letters.ts";
import { makeKeptExports } from "./make-exports.ts";
import { noteReached } from "./note-milestones.ts";
import { publishPledgeTotals } from "./publish-totals.ts";
import { purgeUnconfirmed } from "./purge-pending.ts";
import { remindHolders } from "./remind-holders.ts";
import { remindPendingSigners } from "./remind-pending.ts";
import { replanHolders } from "./replan-reminders.ts";
import { runDueImports } from "./run-imports.ts";
import { scoreNewLetters } from "./score-letters.ts";
import { scoreNewSignatures } from "./score-signatures.ts";
import { screenNames } from "./screen-names.ts";
import { sealAudit } from "./seal-audit.ts";
import { sendMail } from "./send-mail.ts";
import { sendUpdates } from "./send-updates.ts";
import { sweepSignInRows } from "./sweep-sign-in.ts";
import { takeWaitingForms } from "./take-forms.ts";
import type { Task } from "./task.ts";
import { tellSigners } from "./tell-signers.ts";

/** What each queue's jobs do. */
export const tasks: Record<QueueName, Task> = {
  "send-mail": sendMail,
  "take-forms": takeWaitingForms,
  "send-updates": sendUpdates,
  "tell-signers": tellSigners,
  letters,
  "remind-pending": remindPendingSigners,
  "publish-totals": publishPledgeTotals,
  "remind-holders": remindHolders,
  "replan-reminders": replanHolders,
  "score-letters": scoreNewLetters,
  "score-signatures": scoreNewSignatures,
  "note-milestones": noteReached,
  "draw-share-images": drawShareImages,
  "make-exports": makeKeptExports,
  "run-imports": runDueImports,
  "purge-pending": purgeUnconfirmed,
  "sweep-sign-in": sweepSignInRows,
  "weed-names": screenNames,
  "check-erasures": checkErasures,
  "erase-closed": eraseClosedCampaigns,
  "seal-audit": sealAudit,
  "check-counters": checkCounters,
  "fold-activity": foldActivity,
};
