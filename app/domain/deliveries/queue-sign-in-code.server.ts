import type { Tx } from "#db/index.ts";
import { deliveries } from "#db/schema/index.ts";

/**
 * Queues the mail with an organizer's sign-in code, beside the ceremony it belongs to. How many an
 * address may get is the ceremony's rule.
 */
export async function queueSignInCode(
  tx: Tx,
  { organizerId, ceremonyId }: { organizerId: string; ceremonyId: number },
  now: Date,
): Promise<void> {
  await tx
    .insert(deliveries)
    .values({ organizerId, ceremonyId, template: "organizer-code", createdAt: now, dueAt: now });
}
