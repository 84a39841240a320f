import { and, eq, gt, inArray } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { outbox } from "#db/schema/index.ts";
import { type EmailTemplate, receiptsPerDay } from "./email.ts";

const receipts: EmailTemplate[] = ["receipt", "pledge-receipt", "letter-receipt", "letter-held"];

/** True when somebody gets no more receipts today. Call with the person locked. */
export async function areReceiptsUsedUp(tx: Tx, supporterId: number, now: Date): Promise<boolean> {
  const today = gt(outbox.createdAt, new Date(now.getTime() - 86_400_000));
  const theirs = and(eq(outbox.supporterId, supporterId), inArray(outbox.template, receipts), today);
  return (await tx.$count(outbox, theirs)) >= receiptsPerDay;
}
