import { isDay } from "#app/domain/base/day.ts";
import { auditKinds, auditScopes } from "#app/domain/record/audit.ts";
import type { AuditFilter } from "#app/domain/record/list-entries.server.ts";
import { isUuid, uuidPattern } from "#app/lib/uuid.ts";

const actor = RegExp(`^(operator|supporter|system|organizer:${uuidPattern})$`);

/** Reads the filter from the log's address. `bad`: some part was unreadable and counts as not given. */
export function readFilter(search: URLSearchParams): { filter: AuditFilter; bad: boolean } {
  const given = (name: string) => search.get(name)?.trim() || null;
  let bad = false;
  const fitting = (name: string, fits: (text: string) => boolean) => {
    const text = given(name);
    if (text === null || fits(text)) return text;
    bad = true;
    return null;
  };
  const scope = auditScopes.find((one) => one === given("scope")) ?? "campaign";
  const kind = fitting("kind", (text) => auditKinds.some((one) => one === text));
  const side = search.has("newer") ? "newer" : "older";
  const than = fitting(side, (text) => /^\d{1,15}$/.test(text));
  const filter: AuditFilter = {
    scope,
    who: fitting("who", (text) => actor.test(text)),
    kind: auditKinds.find((one) => one === kind) ?? null,
    from: fitting("from", isDay),
    to: fitting("to", isDay),
    subject: fitting("subject", (text) => isUuid(text)),
    cursor: than ? { side, than: Number(than) } : null,
  };
  return { filter, bad };
}

/** Returns a filter's address in the log; its first page unless a cursor is given. */
export function auditAddress(filter: Partial<AuditFilter>): string {
  const search = new URLSearchParams();
  if (filter.scope === "site") search.set("scope", "site");
  for (const name of ["who", "kind", "from", "to", "subject"] as const) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  if (filter.cursor) search.set(filter.cursor.side, String(filter.cursor.than));
  return `?${search}`;
}
