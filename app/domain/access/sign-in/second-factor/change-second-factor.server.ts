import { and, eq, sql } from "drizzle-orm";
import { unlocked } from "#app/domain/access/organizer.ts";
import { forgetBrowsersOf } from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { organizerPasskeys, organizerRecoveryCodes, organizers } from "#db/schema/index.ts";
import { makeRecoveryCodes } from "./recovery-codes.server.ts";
import { hasSecondFactor, listSecondFactors, mustHaveSecond } from "./second-factors.server.ts";

export type Removed =
  | { outcome: "removed" }
  | { outcome: "gone" }
  /** It is their only one, and they must have one. */
  | { outcome: "last" };

/**
 * Takes a second factor of one's own off: the app, or a passkey by its id. The last one stays with somebody
 * who must have one; with the last one of anybody else their recovery codes go.
 */
export async function removeSecondFactor(
  db: Db,
  { organizerId, which }: { organizerId: string; which: "totp" | { passkey: string } },
  now = new Date(),
): Promise<Removed> {
  return db.transaction(async (tx): Promise<Removed> => {
    await lock(tx, organizerId);
    const { totpSince, passkeys } = await listSecondFactors(tx, organizerId);
    const isThere = which === "totp" ? totpSince !== null : passkeys.some(({ id }) => id === which.passkey);
    if (!isThere) return { outcome: "gone" };
    const left = passkeys.length + (totpSince ? 1 : 0) - 1;
    if (left === 0 && (await mustHaveSecond(tx, organizerId))) return { outcome: "last" };

    if (which === "totp") await takeOffTotp(tx, organizerId);
    else {
      const k = organizerPasskeys;
      await tx.delete(k).where(and(eq(k.organizerId, organizerId), eq(k.id, which.passkey)));
    }
    if (left === 0) await forgetRecoveryCodes(tx, organizerId);
    const entry = { actor: `organizer:${organizerId}`, action: "second-factor-removed" } as const;
    const detail = { kind: which === "totp" ? "totp" : "passkey", left };
    await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail }, now);
    return { outcome: "removed" };
  });
}

/** Replaces the recovery codes and returns ten new ones. Null for an organizer without a second factor. */
export async function renewRecoveryCodes(
  db: Db,
  organizerId: string,
  now = new Date(),
): Promise<string[] | null> {
  return db.transaction(async (tx) => {
    await lock(tx, organizerId);
    if (!(await hasSecondFactor(tx, organizerId))) return null;
    const codes = await makeRecoveryCodes(tx, organizerId, now);
    const entry = { actor: `organizer:${organizerId}`, action: "recovery-codes-made" } as const;
    const detail = { codes: codes.length };
    await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail }, now);
    return codes;
  });
}

/**
 * Takes every second factor off an organizer who lost phone and codes, and ends their sessions. For the
 * operator, who has made sure who asks. False where nobody has that address.
 */
export async function resetSecondFactor(db: Db, email: string, now = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [organizer] = await tx
      .select({ id: organizers.id })
      .from(organizers)
      .where(eq(organizers.email, email))
      .for("update");
    if (!organizer) return false;
    await removeSecondFactors(tx, organizer.id);
    await forgetBrowsersOf(tx, organizer.id);
    await tx.execute(sql`delete from organizer_sessions where organizer_id = ${organizer.id}`);
    const entry = { actor: "operator", action: "second-factor-reset" } as const;
    await recordAudit(tx, { ...entry, campaignId: null, subject: organizer.id, detail: {} }, now);
    return true;
  });
}

export async function removeSecondFactors(tx: Tx, organizerId: string): Promise<void> {
  await takeOffTotp(tx, organizerId);
  await tx.delete(organizerPasskeys).where(eq(organizerPasskeys.organizerId, organizerId));
  await forgetRecoveryCodes(tx, organizerId);
}

const lock = (tx: Tx, organizerId: string) =>
  tx.select({ id: organizers.id }).from(organizers).where(eq(organizers.id, organizerId)).for("update");

const takeOffTotp = (tx: Tx, organizerId: string) =>
  tx
    .update(organizers)
    .set({ totpSecretEnc: null, totpKeyId: null, totpSince: null, totpLastStep: null, ...unlocked })
    .where(eq(organizers.id, organizerId));

const forgetRecoveryCodes = (tx: Tx, organizerId: string) =>
  tx.delete(organizerRecoveryCodes).where(eq(organizerRecoveryCodes.organizerId, organizerId));
