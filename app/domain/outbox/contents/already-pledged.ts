import { content } from "#app/domain/outbox/content.server.ts";
import {
  describeConfirmedPledge,
  pledgeCountsNoLonger,
  pledgeSubject,
} from "#app/domain/outbox/subjects/pledge.ts";

/** Tells a holder who pledges again that they have pledged. */
export const alreadyPledged = content({
  name: "already-pledged",
  kind: "pledge",
  to: "supporter",
  about: pledgeSubject,
  outdated: pledgeCountsNoLonger,
  async write(row, writing) {
    const found = await describeConfirmedPledge(row, writing);
    return found && { props: found.confirmed };
  },
});
