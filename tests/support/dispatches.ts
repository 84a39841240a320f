import { asc, eq, sql } from "drizzle-orm";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import type { LetterPapers } from "#app/domain/entries/letters/papers.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { startDispatches } from "#app/domain/outgoing/dispatches/sending/start-dispatches.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { runDispatches } from "#app/tasks/index.ts";
import type { Db } from "#db/index.ts";
import {
  auditEntries,
  type campaigns,
  letterDispatches,
  letterParts,
  letters,
  outbox,
} from "#db/schema/index.ts";
import { aCampaign, organization, rowIn, rowsIn, testKeys } from "./builders.ts";
import { aLetter, aRecipient } from "./letters.ts";
import { silent } from "./mail.ts";
import { anOrganizer } from "./organizers.ts";

/** Makes a campaign with a verified recipient and a team: owners unless other roles are named. */
export async function aLetterCampaign(
  db: Db,
  roles: readonly OrganizerRole[] = ["owner", "owner"],
  values: Partial<typeof campaigns.$inferInsert> = {},
) {
  const campaign = await aCampaign(db, {
    ...organization,
    postalAddress: "1 Sample Street\nSampletown",
    ...values,
  });
  const recipient = await aRecipient(db, campaign);
  const people = await Promise.all(roles.map((role) => anOrganizer(db, { campaign, role })));
  const team = people.map((person) => ({ ...person, actor: `organizer:${person.id}` as const }));
  return { campaign, recipient, team };
}

/** Makes it with a team of two at least, and this many waiting letters. */
export async function waitingLetters(
  db: Db,
  count = 2,
  ...how: Parameters<typeof aLetterCampaign> extends [Db, ...infer How] ? How : never
) {
  const { team, ...scene } = await aLetterCampaign(db, ...how);
  const written = [];
  for (let n = 0; n < count; n++) written.push(await aLetter(db, scene.campaign));
  return { ...scene, team: team as [(typeof team)[0], (typeof team)[0]], written };
}

/** Drafts a dispatch as an organizer does. */
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
      campaignId: campaign.id,
      actor,
      cause: "organizer",
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
  return rowIn(db, letterDispatches, { publicId });
}

/** Lists the letters to a campaign's first company, in the order written. */
export const lettersOf = (db: Db, { id, targetId }: { id: number; targetId: number }) =>
  rowsIn(db, letters, { campaignId: id, companyId: targetId });

export const letterStatesOf = async (db: Db, campaign: { id: number; targetId: number }) =>
  (await lettersOf(db, campaign)).map(({ state }) => state);

/** Lists what was done to it, in order. */
export const actionsOn = async (db: Db, { publicId }: { publicId: string }) =>
  (await rowsIn(db, auditEntries, { subject: publicId }, asc(auditEntries.id))).map(({ action }) => action);

/** Papers that are their input as JSON: the same input makes the same bytes. */
export const plainPapers: LetterPapers = {
  annexPdf: async (input) => Buffer.from(JSON.stringify(input)),
  namesPdf: async (input) => Buffer.from(JSON.stringify(input)),
  coverPdf: async (input) => Buffer.from(JSON.stringify(input)),
};

/** Begins a dispatch after submission and approval; letters on their own where named. */
export async function aBegunDispatch(
  db: Db,
  scene: Awaited<ReturnType<typeof aLetterCampaign>>,
  { letters: chosen }: { letters?: readonly { publicId: string }[] } = {},
  now = new Date(),
) {
  const [writer, second] = scene.team;
  if (!writer || !second) throw new Error("it takes two");
  const draft = await aDispatch(db, scene, writer.actor, chosen && { letters: chosen }, now);
  const submitted = await submitDispatch(db, draft, now);
  if (submitted.outcome !== "submitted") throw new Error(submitted.outcome);
  await approveDispatch(db, testKeys, { ...draft, actor: second.actor }, now);
  await startDispatches(db, ready, now, () => 0.5);
  return { ...draft, id: (await dispatchRow(db, draft)).id };
}

const ready = { from: "Undersigned <news@undersigned.org>", localMode: false, rehearsal: false };

/** Moves everything on that is due, with papers that are quickly made. */
export const runLetters = (db: Db, mailing: Mailing, papers = plainPapers) =>
  runDispatches(db, { mailing, papers, log: silent, stop: new AbortController().signal });

/** Lists a dispatch's emails, in the order of its parts. */
export const mailsOf = (db: Db, { id }: { id: number }) =>
  db
    .select({ mail: outbox, part: letterParts })
    .from(letterParts)
    .innerJoin(outbox, eq(outbox.letterPartId, letterParts.id))
    .where(eq(letterParts.dispatchId, id))
    .orderBy(letterParts.part);

/** Expires the wait before the next try of every email to a company, and leases of dead workers. */
export const passTime = (db: Db, hours = 0) =>
  db.execute(sql`
    with moved as (
      update outbox set due_at = now() - interval '1 second',
        lease_until = case when state = 'claimed' then now() - interval '1 second' end,
        unanswered_since = unanswered_since - make_interval(hours => ${hours})
      where letter_part_id is not null and state in ('queued', 'claimed') returning letter_part_id)
    update letter_parts set frozen_at = frozen_at - make_interval(hours => ${hours})
    where id in (select letter_part_id from moved)`);
