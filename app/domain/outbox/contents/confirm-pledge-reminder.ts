import { content } from "#app/domain/outbox/content.server.ts";
import { pledgeSubject, pledgeWaitsNoLonger } from "#app/domain/outbox/subjects/pledge.ts";
import { confirmationOfPledge } from "./confirm-pledge.ts";

/** Asks a holder once more to confirm a pledge. */
export const confirmPledgeReminder = content({
  name: "confirm-pledge-reminder",
  kind: "pledge",
  to: "supporter",
  about: pledgeSubject,
  outdated: pledgeWaitsNoLonger,
  write: confirmationOfPledge,
});
