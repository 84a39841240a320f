import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { dispatchProgress } from "#app/domain/outgoing/dispatches/progress.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { letters, supporters } from "#db/schema/index.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, dispatchRow, letterStatesOf, waitingLetters } from "#tests/support/dispatches.ts";

const db = await aDatabase();

const now = new Date("2026-11-24T12:00:00Z");

test("submitting does not wait for withdrawals or erasures, nor in a circle", async () => {
  const scene = await waitingLetters(db, 30);
  const { campaign, team, written } = scene;
  const draft = await aDispatch(db, scene, team[0].actor, {}, now);
  const erasures = written.slice(0, 10).map(({ supporterId }) =>
    db.transaction(async (tx) => {
      await tx.select().from(supporters).where(eq(supporters.id, supporterId)).for("update");
      await tx.delete(supporters).where(eq(supporters.id, supporterId));
    }),
  );
  const withdrawals = written.slice(10, 20).map(({ id, supporterId }) =>
    db.transaction(async (tx) => {
      await tx.select().from(supporters).where(eq(supporters.id, supporterId)).for("update");
      await tx
        .update(letters)
        .set({ state: "withdrawn", withdrawnAt: now })
        .where(and(eq(letters.id, id), sql`${letters.state} in ('confirmed', 'queued')`));
    }),
  );
  const [outcome] = await Promise.all([submitDispatch(db, draft, now), ...erasures, ...withdrawals]);
  expect(outcome).toMatchObject({ outcome: "submitted" });
  const states = await letterStatesOf(db, campaign);
  expect(states.filter((state) => state === "withdrawn")).toHaveLength(10);
  expect(states.filter((state) => state === "queued")).toHaveLength(10);
  const { id } = await dispatchRow(db, draft);
  const { submitted: all, letters: fates, left } = await dispatchProgress(db, id);
  expect((fates.queued ?? 0) + left.withdrawn + left.erased + left.waiting).toBe(all);
});
