import { randomUUID } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { canonicalAddress } from "#app/domain/base/address.ts";
import { letterConsentVersion, letterRoles } from "#app/domain/entries/letters/letter.ts";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import {
  holdingForms,
  type PledgeAnswers,
  type PledgeKind,
  tenureBuckets,
  willingnesses,
} from "#app/domain/entries/pledges/pledge.ts";
import {
  insertSignatures,
  type NewSignature,
} from "#app/domain/entries/signatures/insert-signatures.server.ts";
import { consentTextVersion } from "#app/domain/entries/signatures/signature.ts";
import type { ScreenedLetter } from "#app/domain/screening/screen-text.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { consents, letters, supporters } from "#db/schema/index.ts";
import type { DemoCampaign } from "./campaign.ts";
import { chance, oneOf } from "./chance.ts";
import type { DemoSigner } from "./people.ts";
import { letterOnHold, pledgeComments, letters as words } from "./words.ts";

type DemoLetter = { signer: DemoSigner; body: string; at: Date };

const minute = 60_000;

/** Writes letters for one signer in fifty. */
export function makeLetters(signers: readonly DemoSigner[], now: Date): DemoLetter[] {
  return signers
    .filter(
      ({ n, confirmedAt, withdrawnAt, isOfSeries }) =>
        n % 50 === 11 &&
        confirmedAt &&
        !withdrawnAt &&
        !isOfSeries &&
        confirmedAt.getTime() < now.getTime() - 60 * minute,
    )
    .map((signer, place) => {
      const { n, locale, country } = signer;
      const { ofResidents, ofAnyone, middles, ends } = words[locale];
      const beginnings = country === "US" ? [...ofResidents, ...ofAnyone] : ofAnyone;
      const whole = [oneOf(beginnings, n, 31), oneOf(middles, n, 32), oneOf(ends, n, 33)].join("\n\n");
      const at = new Date((signer.confirmedAt?.getTime() ?? 0) + 12 * minute);
      return { signer, body: place === 10 ? letterOnHold : whole, at };
    });
}

/** Stores confirmed letters. */
export async function addLetters(
  tx: Tx,
  campaign: DemoCampaign,
  written: readonly (DemoLetter & { screened: ScreenedLetter })[],
): Promise<void> {
  const emails = written.map(({ signer }) => signer.email);
  const people = await tx
    .select({ id: supporters.id, email: supporters.email })
    .from(supporters)
    .where(inArray(supporters.email, emails));
  const idOf = new Map(people.map(({ id, email }) => [email, id]));
  for (const { signer, body, at, screened } of written) {
    const supporterId = idOf.get(signer.email);
    if (supporterId === undefined) throw new Error("a writer is missing");
    const { display, locale, n } = signer;
    const { holdReason, links } = screened;
    await tx
      .insert(letters)
      .values({
        publicId: randomUUID(),
        campaignId: campaign.id,
        supporterId,
        state: "confirmed",
        locale,
        role: chance(n, 34) < 0.7 ? oneOf(letterRoles, n, 35) : null,
        body,
        display,
        publication: display === "anonymous" ? "private" : "awaiting",
        holdReason,
        links,
        createdAt: at,
        confirmedAt: new Date(at.getTime() + 2 * minute),
      });
    const granted = {
      supporterId,
      campaignId: campaign.id,
      textVersion: letterConsentVersion,
      locale,
      grantedAt: at,
    };
    await tx.insert(consents).values([
      { ...granted, purpose: "letter" },
      { ...granted, purpose: "deliver_letter" },
    ]);
  }
}

/** Pledges for one signer in forty, minutes after signing; one in nine never confirms. Returns how many. */
export async function addPledges(
  tx: Tx,
  keys: Keys,
  campaign: DemoCampaign,
  signers: readonly DemoSigner[],
): Promise<number> {
  const { meetingId } = campaign;
  if (meetingId === null) return 0;
  const holders = signers.filter(
    ({ n, confirmedAt, withdrawnAt, isOfSeries }) =>
      n % 40 === 7 && confirmedAt && !withdrawnAt && !isOfSeries,
  );
  for (const holder of holders) {
    const at = new Date((holder.confirmedAt?.getTime() ?? 0) + 7 * minute);
    const answers = makePledge(holder);
    const email = { address: holder.email, canonical: canonicalAddress(holder.email) };
    const { name, country, locale } = holder;
    const contact = answers.willing.includes("cofile") ? (["contact_cofile"] as const) : [];
    const input = {
      campaign,
      meetingId,
      name,
      email,
      country,
      answers,
      locale,
      consents: ["pledge", ...contact] as const,
    };
    await pledge(tx, keys, input, at);
    if (holder.n % 9 === 4) continue;
    const [waiting] = await tx.execute<{ publicId: string }>(sql`
      select l.public_id as "publicId" from pledges l join supporters p on p.id = l.supporter_id
      where p.email = ${holder.email}`);
    if (!waiting) throw new Error("a pledge was not stored");
    await confirmPledge(tx, keys, waiting.publicId, new Date(at.getTime() + 3 * minute));
  }
  return holders.length;
}

function makePledge({ n, display }: DemoSigner): PledgeAnswers {
  const kind: PledgeKind = n % 600 === 7 ? "institution" : n % 240 === 47 ? "fund" : "direct";
  // No holder has so much that a total would reveal them.
  const shares = String(Math.ceil(chance(n, 21) ** 2 * 300) + (kind === "institution" ? 200 : 0));
  return {
    kind,
    holdingForm: oneOf(["broker", "broker", "broker", ...holdingForms], n, 22),
    holding: kind === "fund" ? null : { shares, bucket: null },
    heldSinceMonth: null,
    tenureBucket: oneOf(tenureBuckets, n, 23),
    accountFlags: ["cash"],
    heldOnRecordDate: "not_applicable",
    standingInstruction: "unsure",
    intentions:
      kind === "fund"
        ? []
        : [{ item: null, intention: oneOf(["for", "for", "for", "for", "undecided"], n, 24) }],
    willing: kind === "fund" || chance(n, 25) < 0.6 ? [] : [oneOf(willingnesses, n, 26)],
    display,
    comment: oneOf(pledgeComments, n, 27),
    fundManager: null,
  };
}

/** Signatures stored by one statement. */
const atOnce = 500;

/** Stores signatures as the form does, then confirmations and withdrawals. */
export async function addSigners(
  tx: Tx,
  campaign: DemoCampaign,
  signers: readonly DemoSigner[],
): Promise<void> {
  for (let from = 0; from < signers.length; from += atOnce)
    await insertSignatures(
      tx,
      signers.slice(from, from + atOnce).map((signer) => asSignature(campaign, signer)),
    );
  const proven = signers.filter(({ confirmedAt }) => confirmedAt);
  await tx.execute(sql`
    with proven as (
      select p.id, c.at::timestamptz, c.gone::timestamptz
      from unnest(${sql.param(proven.map(({ email }) => email))}::text[],
        ${sql.param(proven.map(({ confirmedAt }) => confirmedAt?.toISOString()))}::text[],
        ${sql.param(proven.map(({ withdrawnAt }) => withdrawnAt?.toISOString() ?? null))}::text[])
          as c (email, at, gone)
      join supporters p on p.email = c.email
    ), person as (
      update supporters p set confirmed_at = proven.at from proven where p.id = proven.id
    ), agreed as (
      insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
      select s.supporter_id, s.campaign_id, purpose, ${consentTextVersion}, p.locale, proven.at
      from proven join signatures s on s.supporter_id = proven.id join supporters p on p.id = proven.id,
        unnest(s.asked_consents) as purpose
    ), receipt as (
      insert into outbox (campaign_id, supporter_id, signature_id, template, created_at)
      select s.campaign_id, s.supporter_id, s.id, 'receipt', proven.at
      from proven join signatures s on s.supporter_id = proven.id
    )
    update signatures s set state = 'confirmed', confirmed_at = proven.at, asked_consents = null
    from proven where s.supporter_id = proven.id`);
  const gone = signers.filter(({ withdrawnAt }) => withdrawnAt);
  await tx.execute(sql`
    update signatures s set state = 'withdrawn', withdrawn_at = c.at::timestamptz
    from unnest(${sql.param(gone.map(({ email }) => email))}::text[],
      ${sql.param(gone.map(({ withdrawnAt }) => withdrawnAt?.toISOString()))}::text[]) as c (email, at)
    join supporters p on p.email = c.email where s.supporter_id = p.id`);
}

const asSignature = (campaign: DemoCampaign, signer: DemoSigner): NewSignature => ({
  input: {
    campaign: { id: campaign.id, petitionVersion: campaign.petitionVersion },
    name: signer.name,
    email: { address: signer.email, canonical: canonicalAddress(signer.email) },
    country: signer.country,
    postalCode: null,
    comment: signer.comment,
    display: signer.display,
    source: signer.source,
    referrer: null,
    locale: signer.locale,
    consents: signer.consents,
  },
  traced: { block: null, honeypot: signer.isOfSeries, foreignLanguage: false, proof: "not-asked" },
  at: signer.signedAt,
});
