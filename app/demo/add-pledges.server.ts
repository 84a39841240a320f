import { sql } from "drizzle-orm";
import { canonicalAddress } from "#app/domain/base/address.ts";
import { confirmPledge } from "#app/domain/entries/pledges/confirm-pledge.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import {
  holdingForms,
  type PledgeAnswers,
  type PledgeKind,
  tenureBuckets,
  willingnesses,
} from "#app/domain/entries/pledges/pledge.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import type { DemoCampaign } from "./campaign.ts";
import { chance, oneOf } from "./chance.ts";
import type { DemoSigner } from "./people.ts";
import { pledgeComments } from "./words.ts";

const minute = 60_000;

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
