import { eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { supporters } from "#db/schema/index.ts";
import { mailsPerDay } from "../deliveries/delivery.ts";
import { queueDelivery } from "../deliveries/queue-delivery.server.ts";

/** Mails a fresh manage link to an address that is known. Returns nothing: the page says the same for every address. */
export async function requestManageLink(
  db: Db,
  { canonical }: { canonical: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: supporters.id, confirmedAt: supporters.confirmedAt })
      .from(supporters)
      .where(eq(supporters.emailCanonical, canonical))
      .for("update");
    if (!person) return;
    // Nobody has proved to own the address yet: it gets fewer mails.
    const atMostPerDay = person.confirmedAt === null ? mailsPerDay - 1 : mailsPerDay;
    const mail = { supporterId: person.id, campaignId: null, template: "manage-link", atMostPerDay } as const;
    await queueDelivery(tx, mail, now);
  });
}
