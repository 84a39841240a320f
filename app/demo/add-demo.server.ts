import { eq, sql } from "drizzle-orm";
import { rightsOf } from "#app/domain/access/organizer.ts";
import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { addRecipient } from "#app/domain/campaign/recipients/add-recipient.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { verifyRecipient } from "#app/domain/campaign/recipients/verify-recipient.server.ts";
import { scoreLetters } from "#app/domain/entries/letters/score-letters.server.ts";
import { isPublicEntry } from "#app/domain/names/readable.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { screenLetter } from "#app/domain/screening/screen.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { campaignOrganizers, organizers } from "#db/schema/index.ts";
import { addLetters, addPledges, addSigners, makeLetters } from "./add-entries.server.ts";
import { addUpdates } from "./add-updates.server.ts";
import type { DemoAuthor, DemoCampaign } from "./campaign.ts";
import { launchOf, makeSigners } from "./people.ts";

export type DemoAdded = {
  outcome: "added";
  signers: number;
  pledges: number;
  letters: number;
  updates: number;
};

/**
 * Fills a campaign with two months of made-up people: signatures, comments, pledges, letters, updates, a
 * dispatch, and things that wait for a decision. Never adds to a database that contains a single person. All
 * addresses are reserved ones (RFC 2606), and past emails count as delivered: none is sent. All or nothing is
 * stored.
 */
export async function addDemo(
  db: Db,
  keys: Keys,
  { many = 3200, now = new Date() } = {},
): Promise<DemoAdded | { outcome: "has-people" | "no-campaign" }> {
  // Checked before the lock, too: screening the letters takes long and must not hold it.
  if (await hasPeople(db)) return { outcome: "has-people" };
  const signers = makeSigners(many, now);
  const letters = await Promise.all(
    makeLetters(signers, now).map(async (letter) => ({
      ...letter,
      screened: await screenLetter({ body: letter.body, name: letter.signer.name }),
    })),
  );
  const added = await db.transaction(async (tx) => {
    // Prevents signing until the demo is stored.
    await tx.execute(sql`lock table supporters in exclusive mode`);
    if (await hasPeople(tx)) return { outcome: "has-people" } as const;
    const campaign = await findCampaign(tx, now);
    if (!campaign) return { outcome: "no-campaign" } as const;
    await openBefore(tx, campaign, now);
    const author = await addAuthor(tx, campaign, now);
    await addSigners(tx, campaign, signers);
    await approveComments(tx, campaign, now);
    const pledges = await addPledges(tx, keys, campaign, signers);
    await addLetters(tx, campaign, letters);
    const updates = await addUpdates(tx, campaign, author, now);
    await settleMails(tx, campaign, now);
    await addViews(tx, campaign);
    const counts = { signers: many, pledges, letters: letters.length, updates };
    return { outcome: "added", campaign, author, counts } as const;
  });
  if (added.outcome !== "added") return added;
  const { campaign, author, counts } = added;
  await addDispatch(db, keys, campaign, author, now);
  await disableAuthor(db, author, now);
  return { outcome: "added", ...counts };
}

/** Checks if anyone signed, pledged or wrote. */
export const hasPeople = async (db: DbOrTx) =>
  (await db.execute(sql`select from supporters limit 1`)).length > 0;

async function findCampaign(tx: Tx, now: Date): Promise<DemoCampaign | undefined> {
  const [campaign] = await tx.execute<Omit<DemoCampaign, "meetingId">>(sql`
    select id, petition_version as "petitionVersion" from campaigns
    where status <> 'closed' order by featured desc, id limit 1`);
  if (!campaign) return undefined;
  const meeting = await findPledgeMeeting(tx, campaign.id, undefined, now);
  return { ...campaign, meetingId: meeting?.id ?? null };
}

/** Dates the campaign, its petition and its recipients before the first signature. */
async function openBefore(tx: Tx, { id }: DemoCampaign, now: Date): Promise<void> {
  const launch = launchOf(now).toISOString();
  await tx.execute(sql`
    update campaigns set created_at = ${launch}, opened_at = ${launch},
      handover_on = (${now.toISOString()}::timestamptz + interval '6 weeks')::date
    where id = ${id}`);
  await tx.execute(sql`update petition_versions set published_at = ${launch} where campaign_id = ${id}`);
  await tx.execute(sql`update letter_recipients set created_at = ${launch} where campaign_id = ${id}`);
}

/** Adds a made-up organizer who writes what the operator approves: two people, as in a real campaign. */
async function addAuthor(tx: Tx, { id: campaignId }: DemoCampaign, now: Date): Promise<DemoAuthor> {
  const createdAt = launchOf(now);
  const [author] = await tx
    .insert(organizers)
    .values({ email: "maya@example.org", name: "Maya Example", createdAt, activatedAt: createdAt })
    .returning({ id: organizers.id });
  if (!author) throw new Error("the author was not added");
  const rights = rightsOf.organizer.filter((right) => right !== "approve");
  await tx
    .insert(campaignOrganizers)
    .values({ campaignId, organizerId: author.id, role: "organizer", rights, createdAt });
  return `organizer:${author.id}`;
}

/** Disables the author, so that the person who tries the demo is the first organizer. */
async function disableAuthor(db: Db, author: DemoAuthor, now: Date): Promise<void> {
  const id = author.slice("organizer:".length);
  await db.transaction(async (tx) => {
    await tx.delete(campaignOrganizers).where(eq(campaignOrganizers.organizerId, id));
    await tx.update(organizers).set({ disabledAt: now }).where(eq(organizers.id, id));
  });
}

/** Approves some comments in each language, so that the page shows reasons for signing. */
async function approveComments(tx: Tx, campaign: DemoCampaign, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into comment_reviews (signature_id, campaign_id, reasons, state, comment_sha256, decided_at)
    select id, campaign_id, '{}', 'kept', sha256(convert_to(comment, 'UTF8')),
      ${now.toISOString()}::timestamptz
    from (select s.*, row_number() over (partition by p.locale order by s.id) as n
      from signatures s join supporters p on p.id = s.supporter_id
      where s.campaign_id = ${campaign.id} and s.comment is not null and ${isPublicEntry}) s
    where n <= 12`);
}

/** Past emails were delivered, except a few that bounced. */
async function settleMails(tx: Tx, campaign: DemoCampaign, now: Date): Promise<void> {
  await tx.execute(sql`
    update outbox set state = case when id % 97 = 5 then 'bounced' else 'delivered' end::email_state,
      problem = case when id % 97 = 5 then 'hard-bounce' end,
      due_at = created_at, settled_at = created_at + interval '4 seconds', transport = 'file'
    where campaign_id = ${campaign.id} and state = 'queued' and organizer_id is null
      and created_at < ${now.toISOString()}`);
  // The trigger counted these emails in the current hour; count them when they were written.
  await tx.execute(sql`delete from activity_hours where campaign_id = ${campaign.id} and measure = 'mail'`);
  await tx.execute(sql`
    insert into activity_hours (campaign_id, measure, hour, value, slot, n)
    select d.campaign_id, 'mail', hour_of(d.created_at), case when d.template::text = 'update' then 'update '
      when d.template::text ~ '^(confirm|already)-' then 'confirmation '
      else 'other ' end || f.outcome, 0, count(*)
    from outbox d cross join lateral (values ('accepted'), (d.state::text)) f (outcome)
    where d.campaign_id = ${campaign.id} and d.settled_at is not null group by 1, 3, 4`);
}

/** Eleven visitors for each signer. */
const addViews = (tx: Tx, campaign: DemoCampaign) =>
  tx.execute(sql`
    insert into activity_hours (campaign_id, measure, hour, value, slot, n)
    select campaign_id, 'view', hour, p.page, 0, greatest(1, (sum(n) * p.part)::int)
    from activity_hours, (values ('case', 11.3), ('pledge', 0.9), ('letter', 0.7), ('updates',
      0.5)) p (page, part)
    where campaign_id = ${campaign.id} and measure = 'signed' group by 1, 3, 4, p.part`);

/** A made-up recipient with a reserved address. */
const office = {
  name: "Investor Relations (example)",
  email: "investors@company.example",
  postalAddress: "Example Company\n1 Example Way\nExample City",
  perDay: 20,
};

/**
 * Adds a dispatch to a made-up recipient, written by `author` and approved by the operator. On a local
 * machine the worker writes it as a file.
 */
async function addDispatch(
  db: Db,
  keys: Keys,
  campaign: DemoCampaign,
  author: DemoAuthor,
  now: Date,
): Promise<void> {
  const scope = { campaignId: campaign.id, organizerId: null };
  const recipient = await addRecipient(db, { scope, values: office }, now);
  if (recipient.outcome !== "added") throw new Error(`the office was not added: ${recipient.outcome}`);
  const { publicId: recipientPublicId } = recipient;
  await verifyRecipient(db, {
    scope,
    publicId: recipientPublicId,
    seen: markOfAddress(office),
    by: "The operator",
    on: now.toISOString().slice(0, 10),
    where: "https://company.example/investors",
  });
  await scoreLetters(db);
  await screenNewNames(db);
  const on = { campaignId: campaign.id };
  const drafted = await draftDispatch(
    db,
    { ...on, actor: author, kind: "consolidated", cause: "organizer", recipientPublicId },
    now,
  );
  if (drafted.outcome !== "drafted") throw new Error(`the dispatch was not drafted: ${drafted.outcome}`);
  const dispatch = { ...on, publicId: drafted.publicId, version: 1 };
  const submitted = await submitDispatch(db, { ...dispatch, actor: author }, now);
  if (submitted.outcome !== "submitted")
    throw new Error(`the dispatch was not submitted: ${submitted.outcome}`);
  const approved = await approveDispatch(db, keys, { ...dispatch, actor: "operator" }, now);
  if (approved.outcome !== "approved") throw new Error(`the dispatch was not approved: ${approved.outcome}`);
}
