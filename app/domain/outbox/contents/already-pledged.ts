import { content } from "#app/domain/outbox/content.server.ts";
import { countsNoLonger, pledge, tellConfirmed } from "#app/domain/outbox/subjects/pledge.ts";

/** Tells a holder who pledges again that they have pledged. */
export const alreadyPledged = content({
  name: "already-pledged",
  kind: "pledge",
  to: "supporter",
  about: pledge,
  outdated: countsNoLonger,
  async write(row, writing) {
    const found = await tellConfirmed(row, writing);
    return found && { props: found.confirmed };
  },
});
