import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { type OrganizerRight, organizerRights, wholeRights } from "#app/domain/access/organizer.ts";
import { importTypedSheet } from "#app/domain/entries/imports/running/import-typed-sheet.server.ts";
import { rebuildTotals } from "#app/domain/entries/pledges/totals/recount.server.ts";
import { wholeList } from "#app/domain/outgoing/exports/presets.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import type { Db } from "#db/index.ts";
import {
  campaignOrganizers,
  campaigns,
  claims,
  listExports,
  petitionNotices,
  petitionVersions,
} from "#db/schema/index.ts";
import { aCampaign, firstOf, storeRow, testKeys } from "./builders.ts";
import { dateFromNow } from "./days.ts";
import { aDispatch, aLetterCampaign } from "./dispatches.ts";
import { aLetter } from "./letters.ts";
import { anOrganizer, aSession, aStolenSession, aWeakSession } from "./organizers.ts";
import { aBallotItem, aMeeting, nextYear } from "./pledges.ts";
import { aPledgeWithHolding } from "./pledges-with-holdings.ts";
import { aNameThatMayGo } from "./signatures.ts";
import { anUpdate } from "./updates.ts";

/** Somebody who requests a page: their browser's headers. */
type Visitor = {
  who: string;
  headers: Record<string, string>;
  /** The cookie of a stolen session: signed in with both factors, not reauthenticated. */
  stolen?: Record<string, string>;
};

/** Makes a campaign with one of all that the console has a page for. */
export async function aConsoleScene(db: Db) {
  const { campaign, recipient, team } = await aLetterCampaign(db, ["owner"], {
    title: "A river one can swim in",
    standfirst: "We ask the works upstream to clean what they let into it.",
  });
  const owner = firstOf(team);
  const update = await anUpdate(db, campaign);
  const version = { campaignId: campaign.id, version: 2, summary: "We ask more.", body: "We ask for more." };
  const published = { publishedAt: new Date(), earlierSigners: "apart" } as const;
  await db.insert(petitionVersions).values({ ...version, ...published });
  await db.update(campaigns).set({ petitionVersion: 2 }).where(eq(campaigns.id, campaign.id));
  for (const name of ["Ana Sample", "Teo Marchetti", "Ifeoma Okafor"])
    await aNameThatMayGo(db, campaign, { name, petitionVersion: 2 });
  const letter = await aLetter(db, campaign, { name: "Maren Lindqvist" });
  const dispatch = await aDispatch(db, { campaign, recipient }, owner.actor);
  const meeting = await aMeeting(db, campaign, nextYear);
  const item = await aBallotItem(db, meeting);
  const pledge = await aPledgeWithHolding(db, { campaign, meeting });
  await db.transaction((tx) =>
    rebuildTotals(tx, testKeys, { campaignId: campaign.id, meetingId: meeting.id }),
  );
  const pack = await askForPack(db, { campaignId: campaign.id, actor: owner.actor });
  if (pack.outcome !== "asked") throw new Error(pack.outcome);
  const claim = await storeRow(db, claims, {
    campaignId: campaign.id,
    position: 1,
    section: "reported",
    kind: "opinion",
    text: "A statement.",
    attribution: "This campaign",
  });
  const [notice] = await db
    .insert(petitionNotices)
    .values({ campaignId: campaign.id, version: 2, change: "It asks for more." })
    .returning({ id: petitionNotices.publicId });
  const made = await storeRow(db, listExports, {
    campaignId: campaign.id,
    organizerId: owner.id,
    preset: "full",
    filter: wholeList,
    completedAt: new Date(),
    rows: 0,
    bytes: 0,
    sha256: createHash("sha256").update("").digest(),
  });

  const typed = await importTypedSheet(db, testKeys, {
    campaignId: campaign.id,
    organizerId: owner.id,
    people: [],
    agreed: {
      consentText: "I sign.",
      consentSource: "A stall",
      agreedOn: dateFromNow(-27),
      updatesFor: "nobody",
    },
  });

  const cookie = async (organizer: { id: string }) => ({
    cookie: `session=${await aSession(db, organizer)}`,
  });
  const memberNames = [
    "Amara Diallo",
    "Bruno Keller",
    "Carla Rojas",
    "Dan Osei",
    "Elif Aydin",
    "Farid Nazari",
    "Greta Holm",
    "Hugo Leclerc",
    "Ines Prado",
    "Jonas Vogt",
    "Keiko Mori",
    "Lena Novak",
  ].values();
  const member = async (who: string, rights: readonly OrganizerRight[]): Promise<Visitor> => {
    const organizer = await anOrganizer(db, { name: memberNames.next().value ?? "Robin Sample" });
    const createdAt = new Date("2026-03-01T00:00:00Z");
    const membership = {
      campaignId: campaign.id,
      organizerId: organizer.id,
      role: "viewer" as const,
      createdAt,
    };
    await db.insert(campaignOrganizers).values({ ...membership, rights: [...rights] });
    const stolen = { cookie: `session=${await aStolenSession(db, organizer)}` };
    return { who, headers: await cookie(organizer), stolen };
  };
  const withRight = new Map<OrganizerRight, Visitor>();
  for (const right of organizerRights) withRight.set(right, await member(right, wholeRights([right])));
  const together = new Map<string, Promise<Visitor>>();
  /** Returns a member with exactly these rights, and those they depend on. */
  const withRights = (rights: readonly OrganizerRight[]) => {
    const key = rights.join(", ");
    const made = together.get(key) ?? member(key, wholeRights(rights));
    together.set(key, made);
    return made;
  };

  const leaver = await anOrganizer(db, { campaign, name: "Leo Marsh" });
  await storeRow(db, campaignOrganizers, {
    campaignId: (await aCampaign(db, { title: "Night trains", standfirst: "We ask for two more lines." })).id,
    organizerId: leaver.id,
    role: "viewer",
    rights: ["view"],
  });
  const gone = await cookie(leaver);
  const left = { campaignId: campaign.id, actor: owner.actor, memberId: leaver.id };
  const { outcome } = await removeMember(db, left);
  if (outcome !== "removed") throw new Error(outcome);
  const elsewhere = await anOrganizer(db, {
    campaign: await aCampaign(db, {
      title: "Keep the library open",
      standfirst: "We ask the town to leave it its evenings.",
    }),
  });
  return {
    base: `/organize/c/${campaign.slug}`,
    updateId: update.publicId,
    letterId: letter.publicId,
    dispatchId: dispatch.publicId,
    recipientId: recipient.publicId,
    itemId: item.id,
    pledgeId: pledge.publicId,
    packId: pack.publicId,
    claimId: claim.id,
    memberId: owner.id,
    noticeId: notice?.id ?? "",
    exportId: made?.id ?? "",
    importId: typed?.publicId ?? "",
    /** One for each right, with the rights it depends on. */
    withRight,
    withRights,
    /** A member without any rights. */
    without: await member("nobody's rights", []),
    /** An owner of another campaign. */
    foreign: { who: "another campaign's owner", headers: await cookie(elsewhere) },
    /** Had every right, and was removed: with an earlier session, and proofs in it. */
    removed: { who: "a member who was taken out", headers: gone },
    stranger: { who: "a stranger", headers: {} as Record<string, string> },
    /** An owner who has only entered the email code. */
    half: {
      who: "an owner without a second factor",
      headers: { cookie: `session=${await aWeakSession(db, owner)}` },
    },
    countActions: async () => {
      const [row] = await db.execute<{ n: number }>(sql`
        select count(*)::int as n from audit_entries
        where action not in ('access-refused', 'stranger-refused', 'sign-in-refused')`);
      return row?.n ?? 0;
    },
  };
}

export type ConsoleScene = Awaited<ReturnType<typeof aConsoleScene>>;
