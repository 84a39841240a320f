import { asc, eq } from "drizzle-orm";
import type { Actor } from "#app/domain/audit/record.server.ts";
import { draftDispatch } from "#app/domain/dispatches/draft-dispatch.server.ts";
import type { OrganizerRole } from "#app/domain/organizers/organizer.ts";
import type { Db } from "#db/index.ts";
import { auditEntries, type campaigns, letterDispatches, letters } from "#db/schema/index.ts";
import { aCampaign } from "./builders.ts";
import { aRecipient } from "./letters.ts";
import { anOrganizer } from "./organizers.ts";

/** A campaign that may write to a verified office, with a team: owners unless other roles are named. */
export async function aLetterCampaign(
  db: Db,
  roles: readonly OrganizerRole[] = ["owner", "owner"],
  values: Partial<typeof campaigns.$inferInsert> = {},
) {
  const campaign = await aCampaign(db, {
    operator: "Sample Campaign e.V.",
    postalAddress: "1 Sample Street\nSampletown",
    contactEmail: "hello@campaign.test",
    ...values,
  });
  const recipient = await aRecipient(db, campaign);
  const people = await Promise.all(roles.map((role) => anOrganizer(db, { campaign, role })));
  const team = people.map((person) => ({ ...person, actor: `organizer:${person.id}` as const }));
  return { campaign, recipient, team };
}

/** A draft of this campaign, as an organizer begins it. */
export async function aDispatch(
  db: Db,
  { campaign, recipient }: { campaign: { id: number }; recipient: { publicId: string } },
  actor: Actor,
  { letters: chosen }: { letters?: readonly { publicId: string }[] } = {},
  now = new Date(),
) {
  const drafted = await draftDispatch(
    db,
    {
      ...{ campaignId: campaign.id, actor, cause: "organizer" },
      kind: chosen ? "individual" : "consolidated",
      recipientPublicId: recipient.publicId,
      ...(chosen && { letterPublicIds: chosen.map(({ publicId }) => publicId) }),
    },
    now,
  );
  if (drafted.outcome !== "drafted") throw new Error(drafted.outcome);
  return { campaignId: campaign.id, publicId: drafted.publicId, actor, version: 1 };
}

export async function dispatchRow(db: Db, { publicId }: { publicId: string }) {
  const [row] = await db.select().from(letterDispatches).where(eq(letterDispatches.publicId, publicId));
  if (!row) throw new Error("the dispatch is gone");
  return row;
}

/** The campaign's letters by state, in the order they were written. */
export const letterStatesOf = async (db: Db, campaign: { id: number }) =>
  (
    await db
      .select({ state: letters.state })
      .from(letters)
      .where(eq(letters.campaignId, campaign.id))
      .orderBy(letters.id)
  ).map(({ state }) => state);

/** What was done to it, in order. */
export const deedsOn = async (db: Db, { publicId }: { publicId: string }) =>
  (
    await db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.subject, publicId))
      .orderBy(asc(auditEntries.id))
  ).map(({ action }) => action);
