import { sql } from "drizzle-orm";
import { content } from "#app/domain/outbox/content.server.ts";
import { signature } from "#app/domain/outbox/subjects/signature.ts";

/** Asks a signer for their name, if what they gave does not look like one. */
export const askName = content({
  name: "ask-name",
  kind: "signature",
  to: "supporter",
  about: signature,
  outdated: sql`g.state <> 'confirmed'
    or not exists (select from name_reviews n where n.signature_id = g.id and n.state = 'asked')`,
  write({ name, confirmedAt }, { common, personal, url }) {
    if (!confirmedAt) return null;
    const props = {
      ...common,
      ...personal(),
      name,
      confirmedAt: new Date(confirmedAt),
      manageUrl: url("/manage"),
    };
    return { props };
  },
});
