import { sql } from "drizzle-orm";
import type { Subject } from "#app/domain/outbox/content.server.ts";
import type { Row, Writing } from "#app/domain/outbox/writing.server.ts";
import type { DispatchPauseReason } from "#app/domain/outgoing/dispatches/dispatch.ts";

type Dispatched = { dispatchId: string; number: number; pauseReason: DispatchPauseReason | null };

export const dispatch: Subject<Dispatched> = {
  joins: sql`join letter_dispatches x on x.id = d.dispatch_id`,
  company: sql`x.company_id`,
  columns: sql`x.public_id as "dispatchId", x.number, x.pause_reason as "pauseReason"`,
};

export function dispatchOf({ name, number, slug, dispatchId }: Row & Dispatched, { common, url }: Writing) {
  return {
    ...common,
    name,
    number,
    dispatchUrl: url(`/organize/c/${slug}/letters/dispatches/${dispatchId}`),
  };
}
