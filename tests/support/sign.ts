import { pino } from "pino";
import { sign as post, type SignInput } from "#app/domain/signatures/sign.server.ts";
import { takeForms } from "#app/domain/waiting-forms/take-forms.server.ts";
import type { Db } from "#db/index.ts";
import { testKeys } from "./builders.ts";

/** Signs, and does at once what the worker does a second later where the address is known. */
export async function sign(db: Db, input: SignInput, now = new Date()): Promise<void> {
  await post(db, testKeys, input, now);
  const waiting = await db.$client`
    update waiting_forms set due_at = now() where id in (
      select id from waiting_forms where kind = 'signature' for update skip locked) returning 1`;
  if (waiting.length > 0) await takeForms(db, testKeys, { log: pino({ enabled: false }) });
}
