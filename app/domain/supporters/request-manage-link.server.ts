import { eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { supporters } from "#db/schema/index.ts";
import { queueDelivery } from "../deliveries/queue-delivery.server.ts";

/** Mails a fresh manage link to an address that is known. Returns nothing: the page says the same for every address. */
export async function requestManageLink(
  db: Db,
  { canonical }: { canonical: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: supporters.id })
      .from(supporters)
      .where(eq(supporters.emailCanonical, canonical))
      .for("update");
    if (person)
      await queueDelivery(tx, { supporterId: person.id, campaignId: null, template: "manage-link" }, now);
  });
}
