import { and, desc, eq, getTableColumns, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { isSentBack } from "#app/domain/approvals/sent-back.ts";
import type { OfCompany } from "#app/domain/campaign/company-of.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaignOrganizers, organizers, packs, targets } from "#db/schema/index.ts";
import { PackManifest } from "./manifest.ts";
import { packStateOf } from "./pack.ts";
import { reportedHandOverOf } from "./recorded-hand-over.server.ts";

/**
 * Lists packs of a campaign, or of one of its companies, newest first, as far as an organizer may take such
 * lists; null: the operator.
 */
export async function listPacks(
  db: Db,
  { campaignId, companyId, organizerId }: OfCompany & { organizerId: string | null },
  now = new Date(),
  atMost = 50,
) {
  const [asker, approver, bearer, discarder, teller, secondPerson] = [
    alias(organizers, "asker"),
    alias(organizers, "approver"),
    alias(organizers, "bearer"),
    alias(organizers, "discarder"),
    alias(organizers, "teller"),
    alias(organizers, "hand_over_approver"),
  ];
  const may =
    organizerId === null
      ? sql`true`
      : inArray(
          packs.campaignId,
          db
            .select({ id: campaignOrganizers.campaignId })
            .from(campaignOrganizers)
            .where(
              and(
                eq(campaignOrganizers.organizerId, organizerId),
                or(hasRight("export-signatures"), hasRight("approve")),
              ),
            ),
        );
  const { stateSigners: _signers, letterIds: _ids, ...columns } = getTableColumns(packs);
  const rows = await db
    .select({
      pack: columns,
      company: targets.slug,
      isSentBack: sql<boolean>`${isSentBack("pack", sql`packs.public_id`)}`,
      asker: asker.name,
      approver: approver.name,
      bearer: bearer.name,
      discarder: discarder.name,
      teller: teller.name,
      handOverApprover: secondPerson.name,
    })
    .from(packs)
    .innerJoin(targets, eq(targets.id, packs.companyId))
    .leftJoin(asker, eq(asker.id, packs.askedById))
    .leftJoin(approver, eq(approver.id, packs.approvedById))
    .leftJoin(bearer, eq(bearer.id, packs.handedOverById))
    .leftJoin(teller, eq(teller.id, packs.handOverAskedById))
    .leftJoin(secondPerson, eq(secondPerson.id, packs.handOverApprovedById))
    .leftJoin(discarder, eq(discarder.id, packs.discardedById))
    .where(and(eq(packs.campaignId, campaignId), companyId ? eq(packs.companyId, companyId) : undefined, may))
    .orderBy(desc(packs.number))
    .limit(atMost);
  return rows.map(({ pack, isSentBack, ...by }) => {
    const { manifestSignature, manifest, sha256, manifestSha256, ...row } = pack;
    return {
      ...row,
      ...by,
      state: packStateOf({ ...pack, isSentBack }, now),
      told: reportedHandOverOf(pack),
      sha256: sha256?.toString("hex") ?? null,
      manifestSha256: manifestSha256?.toString("hex") ?? null,
      signature: manifestSignature?.toString("base64") ?? null,
      manifest: manifest === null ? null : PackManifest.parse(JSON.parse(manifest)),
    };
  });
}

/**
 * Counts what changed in a pack since its making began: letters withdrawn, refused, erased or without
 * consent, signatures withdrawn, invalidated, erased or without consent, and corrected names of both. Packs
 * do not record their signatures, so it counts all that could be in it.
 */
export async function countGoneSince(db: DbOrTx, { campaignId, id }: { campaignId: number; id: number }) {
  const [row] = await db.execute<{ letters: number; signatures: number }>(sql`
    select
      cardinality(k.letter_ids) - (select count(*)::int from pack_letters m
        join letters l on l.id = m.letter_id
        join supporters p on p.id = l.supporter_id
        where m.pack_id = k.id and l.state not in ('withdrawn', 'refused')
          and (p.corrected_at is null or p.corrected_at <= k.started_at)
          and exists (select from consents c where c.supporter_id = l.supporter_id
            and c.campaign_id = l.campaign_id
            and c.company_id = k.company_id and c.purpose = 'deliver_letter' and c.revoked_at is null))
              as letters,
      (select count(*)::int from signatures s join supporters p on p.id = s.supporter_id
        where s.campaign_id = k.campaign_id and s.confirmed_at <= k.made_at
        and exists (select from consents c where c.supporter_id = s.supporter_id
          and c.campaign_id = s.campaign_id
          and c.company_id = k.company_id and c.purpose = 'deliver_to_company' and c.granted_at <= k.made_at
          and (c.revoked_at > k.started_at or (c.revoked_at is null and (p.corrected_at > k.started_at
            or s.withdrawn_at > k.started_at or s.invalidated_at > k.started_at)))))
        + (select count(*)::int from erased_signatures e
          where e.campaign_id = k.campaign_id and e.erased_at > k.started_at) as signatures
    from packs k where k.id = ${id} and k.campaign_id = ${campaignId} and k.made_at is not null`);
  return row ?? { letters: 0, signatures: 0 };
}
