import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { ownLinkSource } from "#app/domain/campaign/share-links/share-link.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import type { Transport } from "#app/mail/transport.ts";
import { campaignCompanies, consents, outbox, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, testKeys as keys, rowsIn, storeRow } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { type Campaign, confirming, type Values } from "#tests/support/confirming.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aFileHandedIn, scopeOf, takenIn } from "#tests/support/imports.ts";
import { mailingBy } from "#tests/support/mail.ts";
import { agreeTo } from "#tests/support/signatures.ts";

const db = await aDatabase();
const { signed, newest, aSharer } = confirming(db);
const ports = { keys, record: async () => {}, removeMails: async () => {} };
/** Errors of failed groups, which then confirm each signature alone. */
const failed: unknown[] = [];
const together = { keys, onFailure: (error: unknown) => failed.push(error) };

const byLink = (shareCode: string) => ({ source: ownLinkSource, shareCode });
const settleEmails = (supporterId: number) =>
  db
    .update(outbox)
    .set({ state: "accepted", createdAt: sql`created_at - interval '1 hour'` })
    .where(eq(outbox.supporterId, supporterId));

/** Form fields that give the name to these companies of a campaign about two. */
async function deliverTo(campaign: Campaign, places: readonly number[]) {
  const [second] = await rowsIn(db, campaignCompanies, sql`campaign_id = ${campaign.id} and place = 2`);
  const ids = [campaign.targetId, second?.companyId ?? (await aSecondCompany(db, campaign)).id];
  const companyIds = places.map((place) => ids[place] ?? 0);
  return { consents: ["sign", "deliver_to_company"] as const, companyIds };
}

/** Situations in which somebody presses the button, each as two people who differ in nothing else. */
const situations: Record<string, (campaign: Campaign) => Promise<Awaited<ReturnType<typeof newest>>>> = {
  plain: (campaign) => signed(campaign),
  "with all that a form takes": (campaign) =>
    signed(campaign, {
      comment: "Because.",
      postalCode: "98052",
      locale: "es",
      display: "public",
      source: "flyer",
      consents: ["sign", "updates", "deliver_to_company", "public_name"],
    }),
  "by somebody's link": async (campaign) => signed(campaign, byLink((await aSharer(campaign)).code)),
  "by one's own link": async (campaign) => {
    const { supporterId, code } = await aSharer(campaign);
    const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
    const to = person?.email ?? "";
    await settleEmails(supporterId);
    await changeRows(db, signatures, { supporterId }, { state: "withdrawn", withdrawnAt: sql`now()` });
    return signed(campaign, { to, ...byLink(code) });
  },
  "held for review": async (campaign) => {
    const trace = { network: null, honeypot: true, foreignLanguage: false, proof: "not-asked" as const };
    const one = await signed(campaign, { trace });
    await scoreSignatures(db);
    return one;
  },
  "scored before": async (campaign) => {
    const one = await signed(campaign);
    await scoreSignatures(db);
    return one;
  },
  "erased before": async (campaign) => {
    const { publicId, supporterId, to } = await signed(campaign);
    await confirmSignature(db, keys, publicId);
    const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
    await eraseSupporter(db, ports, { publicId: person?.publicId ?? "", actor: "supporter" });
    return signed(campaign, { to });
  },
  "confirmed and withdrawn before": async (campaign) => {
    const one = await signed(campaign);
    await confirmSignature(db, keys, one.publicId);
    await withdrawSignature(db, one);
    await settleEmails(one.supporterId);
    return signed(campaign, { to: one.to });
  },
  "with a consent of an earlier text": async (campaign) => {
    const one = await signed(campaign, { display: "initials", consents: ["sign", "public_name"] });
    await db.delete(consents).where(eq(consents.supporterId, one.supporterId));
    const agreed = {
      supporterId: one.supporterId,
      campaignId: campaign.id,
      locale: "en",
      grantedAt: new Date(),
    };
    await db.insert(consents).values([
      { ...agreed, purpose: "sign", textVersion: "2026-11" },
      { ...agreed, purpose: "public_name", textVersion: "2026-11" },
    ]);
    return one;
  },
  imported: async (campaign) => {
    const to = `${randomBytes(5).toString("hex")}@example.org`;
    const list = `email,name,country\n${to},Ana Sample,US\n`;
    await takenIn(db, await aFileHandedIn(db, await scopeOf(db, campaign), list));
    return signed(campaign, { to, consents: ["sign", "deliver_to_company"] });
  },
  "a receipt is on its way": async (campaign) => {
    const one = await signed(campaign);
    await storeRow(db, outbox, {
      campaignId: campaign.id,
      supporterId: one.supporterId,
      signatureId: one.id,
      template: "receipt",
    });
    return one;
  },
  "changed since": async (campaign) => {
    const one = await signed(campaign);
    await db.update(supporters).set({ name: "Else" }).where(eq(supporters.id, one.supporterId));
    return one;
  },
  "another's consent since": async (campaign) => {
    const one = await signed(campaign);
    await agreeTo(db, "updates", one.supporterId, campaign, {
      textVersion: "2027-01",
      grantedAt: new Date(),
    });
    return one;
  },
  "for two companies": async (campaign) => signed(campaign, await deliverTo(campaign, [0, 1])),
  "for the second of two": async (campaign) => signed(campaign, await deliverTo(campaign, [1])),
  "for the second, and for the first before": async (campaign) => {
    const one = await signed(campaign, { consents: ["sign", "deliver_to_company"] });
    await confirmSignature(db, keys, one.publicId);
    await settleEmails(one.supporterId);
    await changeRows(db, signatures, one.id, { state: "withdrawn", withdrawnAt: sql`now()` });
    return signed(campaign, { to: one.to, ...(await deliverTo(campaign, [1])) });
  },
  "for another company since": async (campaign) => {
    const values = { to: `${randomBytes(5).toString("hex")}@example.org` };
    const one = await signed(campaign, { ...values, ...(await deliverTo(campaign, [0])) });
    await signed(campaign, { ...values, ...(await deliverTo(campaign, [1])) });
    return one;
  },
  withdrawn: async (campaign) => {
    const one = await signed(campaign);
    await confirmSignature(db, keys, one.publicId);
    await withdrawSignature(db, one);
    return one;
  },
  "confirmed already": async (campaign) => {
    const one = await signed(campaign);
    await confirmSignature(db, keys, one.publicId);
    return one;
  },
};

/** Everything stored about somebody, without what differs between any two people. */
const storedOf = async (campaign: Campaign, { supporterId }: { supporterId: number }) => {
  const [row] = await db.execute<{ all: unknown }>(sql`
    select jsonb_build_object(
      'person', (select to_jsonb(p) - '{id,public_id,email,email_canonical,created_at,confirmed_at}'::text[]
        || jsonb_build_object('proved', p.confirmed_at is not null) from supporters p
        where p.id = ${supporterId}),
      'signature', (select to_jsonb(s)
        - '{id,public_id,supporter_id,campaign_id,receipt_code,signed_at,posted_at,confirmed_at}'::text[]
        - '{withdrawn_at,import_id,asked_company_ids}'::text[]
        || jsonb_build_object('proved', s.confirmed_at is not null, 'asked', array(select place
          from campaign_companies o where o.campaign_id = s.campaign_id
            and o.company_id = any (s.asked_company_ids) order by place)) from signatures s
        where s.supporter_id = ${supporterId}),
      'consents', (select jsonb_agg(jsonb_build_array(c.purpose, c.text_version, c.locale,
        c.revoked_at is null, (select place from campaign_companies o
          where o.campaign_id = c.campaign_id and o.company_id = c.company_id))
        order by c.purpose, c.id)
        from consents c where c.supporter_id = ${supporterId}),
      'emails', (select jsonb_agg(jsonb_build_array(d.template, d.state, d.campaign_id = ${campaign.id},
        d.signature_id is not null) order by d.id)
        from outbox d where d.supporter_id = ${supporterId}),
      'trace', (select jsonb_agg(t.scored_at is null) from signature_traces t
        join signatures s on s.id = t.signature_id
        where s.supporter_id = ${supporterId}),
      'review', (select jsonb_agg(jsonb_build_array(r.state, r.waiting)) from signature_reviews r
        join signatures s on s.id = r.signature_id
        where s.supporter_id = ${supporterId}),
      'names', (select count(*) from names_awaiting_review n join signatures s on s.id = n.signature_id
        where s.supporter_id = ${supporterId})
    ) as all`);
  return row?.all;
};

/** A campaign's counts. */
const countsOf = async (campaign: Campaign) => {
  const [row] = await db.execute<{ all: unknown }>(sql`
    select jsonb_build_object(
      'counts', (select jsonb_build_array(sum(pending), sum(confirmed), sum(withdrawn), sum(imported),
        sum(quarantined), sum(erased))
        from campaign_counts where campaign_id = ${campaign.id}),
      'versions', (select sum(confirmed) from petition_counts where campaign_id = ${campaign.id}),
      'hours', (select jsonb_agg(jsonb_build_array(measure, value, n) order by measure, value) from (
        select measure, value, sum(n) as n from activity_hours
        where campaign_id = ${campaign.id} and measure <> 'wait' group by 1, 2) of_hours),
      'arrived', (select sum(arrived) from share_links where campaign_id = ${campaign.id}),
      'erased', (select count(*) from erased_signatures where campaign_id = ${campaign.id})) as all`);
  return row?.all;
};

test("confirming in a group stores and answers the same as confirming alone", async () => {
  const [alone, grouped] = [await aCampaign(db), await aCampaign(db)];
  const people = [];
  for (const [situation, come] of Object.entries(situations))
    people.push({ situation, one: await come(alone), other: await come(grouped) });

  const first = [];
  for (const { one } of people)
    first.push(await confirmSignature(db, keys, one.publicId, new Date(), one.page));
  const second = await Promise.all(
    people.map(({ other }) => confirmTogether(db, together, other.publicId, other.page)),
  );
  for (const [n, { situation, one, other }] of people.entries()) {
    const { publicId: _one, ...expected } = { publicId: null, ...first[n] };
    const { publicId: _other, ...answered } = { publicId: null, ...second[n] };
    expect([situation, answered]).toEqual([situation, expected]);
    expect([situation, await storedOf(grouped, other)]).toEqual([situation, await storedOf(alone, one)]);
  }
  expect(await countsOf(grouped)).toEqual(await countsOf(alone));
  expect(await listCounterDrift(db)).toEqual([]);
  expect(failed.splice(0)).toEqual([]);
});

test("a signature without the digest of a page, or that is gone, is not confirmed", async () => {
  const campaign = await aCampaign(db);
  const { publicId, page } = await signed(campaign);
  const answers = await Promise.all([
    confirmTogether(db, together, publicId, { digest: undefined }),
    confirmTogether(db, together, "00000000-0000-4000-8000-000000000000", page),
  ]);
  expect(answers).toEqual([{ outcome: "changed", parts: [] }, { outcome: "gone" }]);
});

const aCrowd = (campaign: Campaign, size: number, values: (n: number) => Values = () => ({})) =>
  Promise.all(Array.from({ length: size }, (_, n) => signed(campaign, values(n))));

/** How many are confirmed, on hold or not, and how many receipts they get. */
const confirmedOf = async (crowd: readonly { supporterId: number }[]) => {
  const people = crowd.map(({ supporterId }) => supporterId);
  const [row] = await db.execute(sql`
    select (select count(*)::int from signatures where state in ('confirmed', 'quarantined')
      and supporter_id in ${people}) as confirmed,
      (select count(*)::int from outbox where template = 'receipt' and supporter_id in ${people}) as receipts,
      (select count(*)::int from supporters where confirmed_at is not null and id in ${people}) as proved`);
  return row;
};

test("people who confirm at one moment share transactions", async () => {
  const crowd = await aCrowd(await aCampaign(db), 40);
  await Promise.all(crowd.map(({ publicId, page }) => confirmTogether(db, together, publicId, page)));
  const [row] = await db.execute(sql`
    select count(distinct xmin::text)::int as transactions from signatures
    where state = 'confirmed' and id in ${crowd.map(({ id }) => id)}`);
  expect(row).toEqual({ transactions: 2 });
});

test("a signature that cannot be confirmed fails alone", async () => {
  const campaign = await aCampaign(db);
  const crowd = await aCrowd(campaign, 20);
  const broken = crowd[9];
  await db.execute(
    sql.raw(`
    create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'refused'; end
      $$;
    create trigger refuse_one before update on signatures for each row
      when (new.id = ${broken?.id}) execute function refuse_one()`),
  );
  onTestFinished(async () => {
    await db.execute(sql`drop function refuse_one cascade`);
  });
  const ends = await Promise.allSettled(
    crowd.map(({ publicId, page }) => confirmTogether(db, together, publicId, page)),
  );
  expect(failed.splice(0)).toHaveLength(1);
  expect(ends.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([9]);
  expect(await confirmedOf(crowd)).toEqual({ confirmed: 19, receipts: 19, proved: 19 });
});

test("of one link twice in a group, the form that is as displayed confirms", async () => {
  const campaign = await aCampaign(db);
  const [before, twice, mixed] = await aCrowd(campaign, 3);
  if (!before || !twice || !mixed) throw new Error("nobody signed");
  const ask = ({ publicId }: typeof before, page: { digest: string | undefined }) =>
    confirmTogether(db, together, publicId, page);
  const ends = await Promise.all([
    ask(before, before.page),
    ask(twice, twice.page),
    ask(twice, twice.page),
    ask(mixed, { digest: "x" }),
    ask(mixed, mixed.page),
  ]);
  const outcomes = ends.map(({ outcome }) => outcome);
  expect([...outcomes.slice(0, 3), outcomes[4]]).toEqual([
    "confirmed",
    "confirmed",
    "already-confirmed",
    "confirmed",
  ]);
  // The two with the last link are confirmed alone, in either order.
  expect(["changed", "already-confirmed"]).toContain(outcomes[3]);
  expect(await confirmedOf([before, twice, mixed])).toEqual({ confirmed: 3, receipts: 3, proved: 3 });
});

test("whose person is busy keeps nobody else waiting", async () => {
  const campaign = await aCampaign(db);
  const [busy, ...others] = await aCrowd(campaign, 4);
  if (!busy) throw new Error("nobody signed");
  const confirm = ({ publicId, page }: typeof busy) => confirmTogether(db, together, publicId, page);
  let waiting: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.select().from(supporters).where(eq(supporters.id, busy.supporterId)).for("update");
    // While a group of one is being stored, the others form the next.
    const free = others.slice(0, 2).map(confirm);
    waiting = confirm(busy);
    const ends = await Promise.all([...free, ...others.slice(2).map(confirm)]);
    expect(ends.map(({ outcome }) => outcome)).toEqual(["confirmed", "confirmed", "confirmed"]);
  });
  expect(await waiting).toMatchObject({ outcome: "confirmed" });
});

test("a receipt keeps its count of signers, whenever others sign", async () => {
  const campaign = await aCampaign(db);
  const alone = await signed(campaign);
  await confirmSignature(db, keys, alone.publicId);
  const group = [await signed(campaign), await signed(campaign), await signed(campaign)];
  await Promise.all(group.map(({ publicId, page }) => confirmTogether(db, together, publicId, page)));
  const last = await signed(campaign);
  const receipts = await db
    .select({ id: outbox.id, signatures: outbox.countThen })
    .from(outbox)
    .where(sql`${outbox.campaignId} = ${campaign.id} and ${outbox.template} = 'receipt'`)
    .orderBy(outbox.countThen);
  expect(receipts.map(({ signatures }) => signatures)).toEqual([1, 2, 3, 4]);

  const mailing = mailingBy({} as Transport);
  const [first] = receipts;
  const before = await findEmail(db, mailing, first?.id ?? 0);
  await confirmSignature(db, keys, last.publicId);
  expect(await findEmail(db, mailing, first?.id ?? 0)).toEqual(before);
  expect(before?.email).toMatchObject({ name: "receipt", props: { signatures: 1, name: "Ana Sample" } });
});
