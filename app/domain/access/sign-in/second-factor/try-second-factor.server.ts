import { and, eq, isNull, sql } from "drizzle-orm";
import { secondLockMinutes, secondTries, unlocked } from "#app/domain/access/organizer.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { organizerRecoveryCodes, organizers } from "#db/schema/index.ts";
import { hashOfRecoveryCode } from "./recovery-codes.server.ts";
import { openTotp, stepOfTotp } from "./totp.server.ts";

export type SecondTried =
  | { outcome: "right"; by: "totp" | "recovery" }
  | { outcome: "wrong" }
  /** Ten more in a row were wrong: the app's codes are refused until then. */
  | { outcome: "locked"; until: Date };

/**
 * Tries a code of the app, or a recovery code, in one turn per organizer: a code of the app is taken once, a
 * recovery code too, and each ten wrong ones in a row lock the app: for a quarter of an hour, then twice as
 * long, up to a day. Who guesses for a month gets some 350 tries of a million codes. A recovery code is never
 * locked: its 118 bits cannot be guessed, and guesses at the app must not keep its owner out. The
 * count is kept if the caller's transaction is committed, with any answer.
 */
export async function trySecondFactor(
  tx: Tx,
  keys: Keys,
  { organizerId, code }: { organizerId: string; code: string },
  now: Date,
): Promise<SecondTried> {
  const [row] = await tx.select().from(organizers).where(eq(organizers.id, organizerId)).for("update");
  if (!row || row.disabledAt) return { outcome: "wrong" };
  const plain = code.replace(/[\s-]/g, "");
  if (await spendRecoveryCode(tx, organizerId, plain, now)) {
    await settle(tx, organizerId, unlocked);
    return { outcome: "right", by: "recovery" };
  }
  if (row.secondLockedUntil && row.secondLockedUntil > now) {
    return { outcome: "locked", until: row.secondLockedUntil };
  }
  const { totpKeyId, totpSecretEnc, totpLastStep } = row;
  if (/^\d{6}$/.test(plain) && totpKeyId && totpSecretEnc) {
    const secret = openTotp(keys, organizerId, { totpKeyId, totpSecretEnc });
    const step = stepOfTotp(secret, plain, totpLastStep, now);
    if (step !== null) {
      await settle(tx, organizerId, { totpLastStep: step, ...unlocked });
      return { outcome: "right", by: "totp" };
    }
  }
  const failures = row.secondFailures + 1;
  const until =
    failures % secondTries === 0 ? new Date(now.getTime() + lockMinutes(failures) * 60_000) : null;
  await settle(tx, organizerId, { secondFailures: failures, secondLockedUntil: until });
  return until ? { outcome: "locked", until } : { outcome: "wrong" };
}

const lockMinutes = (failures: number) =>
  Math.min(secondLockMinutes.first * 2 ** (failures / secondTries - 1), secondLockMinutes.atMost);

const settle = (tx: Tx, organizerId: string, values: Partial<typeof organizers.$inferInsert>) =>
  tx.update(organizers).set(values).where(eq(organizers.id, organizerId));

async function spendRecoveryCode(tx: Tx, organizerId: string, code: string, now: Date): Promise<boolean> {
  const c = organizerRecoveryCodes;
  const spent = await tx
    .update(c)
    .set({ usedAt: now })
    .where(
      and(
        eq(c.organizerId, organizerId),
        eq(c.codeHash, hashOfRecoveryCode(organizerId, code)),
        isNull(c.usedAt),
      ),
    )
    .returning({ left: sql`1` });
  if (spent.length === 0) return false;
  const left = await tx.$count(c, and(eq(c.organizerId, organizerId), isNull(c.usedAt)));
  await recordAudit(
    tx,
    {
      actor: `organizer:${organizerId}`,
      action: "recovery-code-used",
      campaignId: null,
      subject: null,
      detail: { left },
    },
    now,
  );
  return true;
}
