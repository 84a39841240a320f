import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import { letterConsentVersion, letterRoles } from "#app/domain/entries/letters/letter.ts";
import type { ScreenedLetter } from "#app/domain/screening/screen-text.ts";
import type { Tx } from "#db/index.ts";
import { consents, letters, supporters } from "#db/schema/index.ts";
import type { DemoCampaign } from "./campaign.ts";
import { chance, oneOf } from "./chance.ts";
import type { DemoSigner } from "./people.ts";
import { letterOnHold, letters as words } from "./words.ts";

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
