import { content } from "#app/domain/outbox/content.server.ts";
import { pledgeCountsNoLonger, pledgeSubject, tellConfirmed } from "#app/domain/outbox/subjects/pledge.ts";

/** Tells a holder who pledges again that they have pledged. */
export const alreadyPledged = content({
  name: "already-pledged",
  kind: "pledge",
  to: "supporter",
  about: pledgeSubject,
  outdated: pledgeCountsNoLonger,
  async write(row, writing) {
    const found = await tellConfirmed(row, writing);
    return found && { props: found.confirmed };
  },
});
