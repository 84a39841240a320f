import { and, eq, isNull, sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import type { CompanyEditorScope } from "#app/domain/campaign/meetings/company-editor.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { companyProposals } from "#db/schema/index.ts";
import { insertCompany, listCompanies } from "./change-company.server.ts";
import { companiesApproval } from "./companies-approval.ts";
import type { CompanyValues } from "./company-form.ts";
import { listCompaniesOf } from "./find-company.server.ts";
import { findHolds } from "./holds-company.server.ts";
import { type CompaniesSet, setCompanies } from "./set-companies.server.ts";

/** Companies are named by slug. `up`: one place earlier. `order` names all of the campaign's companies. */
export type CompaniesChange =
  | { add: string }
  | { addNew: CompanyValues; checked: boolean }
  | { remove: string }
  | { up: string }
  | { order: readonly string[] };

export type CompaniesChanged =
  /** `changed`: at once. `asked`: the campaign is open, so another manager must approve. */
  | { outcome: "changed" | "asked" }
  | Extract<CompaniesSet, { outcome: "held" }>
  /** Not a company the actor may name, or not one of the campaign's. */
  | { outcome: "unknown" }
  /** The campaign has this company, or this order, already. */
  | { outcome: "there" }
  /** A campaign has one to twenty companies. */
  | { outcome: "last" | "too-many" }
  /** Another change waits for approval. */
  | { outcome: "waiting" }
  | { outcome: "closed" }
  /** Nothing is approved during a freeze, not even by the operator. */
  | { outcome: "frozen" }
  /** The actor does not manage the campaign. */
  | { outcome: "gone" };

const companiesAtMost = 20;

/**
 * Adds a company to a campaign, removes one, or changes their order, which decides the first. A draft changes
 * at once. People have read whom an open campaign addresses: the change waits for a second person who
 * manages it. `approveAlone`: the operator needs none.
 */
export async function changeCompanies(
  db: Db,
  {
    scope,
    change,
    approveAlone = false,
  }: { scope: CompanyEditorScope; change: CompaniesChange; approveAlone?: boolean },
  now = new Date(),
): Promise<CompaniesChanged> {
  const { campaignId, organizerId } = scope;
  const actor = actorOf(organizerId);
  return db.transaction(async (tx): Promise<CompaniesChanged> => {
    const campaign = await lockManaged(tx, scope);
    if (!campaign) return { outcome: "gone" };
    if (campaign.status === "closed") return { outcome: "closed" };
    const isAlone = campaign.status === "open" && organizerId === null && approveAlone;
    if (isAlone && (await holdFreeze(tx, campaignId))) return { outcome: "frozen" };
    if ((await tx.$count(companyProposals, waiting(campaignId))) > 0) return { outcome: "waiting" };
    const wanted = await apply(tx, scope, campaign.by, change, now);
    if (!("ids" in wanted)) return wanted;

    const detail = { companies: wanted.names };
    if (campaign.status === "draft" || isAlone) {
      const set = await setCompanies(tx, campaignId, wanted.ids);
      if (set.outcome === "held") return set;
      const { removed } = set;
      const more = { ...(removed.length > 0 && { removed }), ...(isAlone && { alone: true }) };
      const entry = { actor, action: "companies-changed", campaignId, subject: null } as const;
      await recordAudit(tx, { ...entry, detail: { ...detail, ...more } }, now);
      return { outcome: "changed" };
    }
    const [row] = await tx
      .insert(companyProposals)
      .values({ campaignId, companyIds: wanted.ids, askedById: organizerId, askedAt: now })
      .returning({ subject: companyProposals.publicId });
    if (!row) throw new Error("a change of companies was not stored");
    const entry = { actor, action: "companies-asked", campaignId, ...row, detail } as const;
    await recordAudit(tx, entry, now);
    await askApproval(tx, companiesApproval, entry, now);
    return { outcome: "asked" };
  });
}

/** Locks a campaign for somebody who manages it: its state, and how its log names them. */
export async function lockManaged(
  tx: Tx,
  { campaignId, organizerId }: CompanyEditorScope,
): Promise<{ status: "draft" | "open" | "closed"; by: string } | null> {
  const [row] = await tx.execute<{ status: "draft" | "open" | "closed"; by: string }>(sql`
    select status,
      coalesce((select name from organizers where id = ${organizerId}::uuid), 'The operator') as by
    from campaigns where id = ${campaignId} and ${mayAct(actorOf(organizerId), campaignId, "manage")}
    for no key update`);
  return row ?? null;
}

/** Matches the change awaiting approval. */
export const waiting = (campaignId: number) =>
  and(
    eq(companyProposals.campaignId, campaignId),
    isNull(companyProposals.approvedAt),
    isNull(companyProposals.withdrawnAt),
  );

type Wanted = { ids: number[]; names: string[] };

/** Computes the campaign's companies after a change. */
async function apply(
  tx: Tx,
  scope: CompanyEditorScope,
  by: string,
  change: CompaniesChange,
  now: Date,
): Promise<Wanted | CompaniesChanged> {
  const current = await listCompaniesOf(tx, scope.campaignId);
  const wanted = (companies: readonly { id: number; name: string }[]): Wanted => ({
    ids: companies.map(({ id }) => id),
    names: companies.map(({ name }) => name),
  });
  if ("add" in change || "addNew" in change) {
    if (current.length >= companiesAtMost) return { outcome: "too-many" };
    if ("addNew" in change) {
      const { addNew: values, checked } = change;
      const { id } = await insertCompany(tx, { values, checked, by }, now);
      return wanted([...current, { id, name: values.name }]);
    }
    if (current.some(({ slug }) => slug === change.add)) return { outcome: "there" };
    const known = await listCompanies(tx, scope.organizerId);
    const company = known.find(({ slug }) => slug === change.add);
    return company ? wanted([...current, company]) : { outcome: "unknown" };
  }
  if ("remove" in change) {
    const company = current.find(({ slug }) => slug === change.remove);
    if (!company) return { outcome: "unknown" };
    if (current.length === 1) return { outcome: "last" };
    const holds = await findHolds(tx, scope.campaignId, company.id);
    if (holds.length > 0) return { outcome: "held", company: company.name, holds };
    return wanted(current.filter((one) => one !== company));
  }
  const order = "up" in change ? moveUp(current, change.up) : change.order;
  const ordered = order.flatMap((slug) => current.find((one) => one.slug === slug) ?? []);
  if (new Set(ordered).size !== current.length || order.length !== current.length)
    return { outcome: "unknown" };
  return ordered.every((one, n) => one === current[n]) ? { outcome: "there" } : wanted(ordered);
}

/** Moves a company one place earlier; empty if it is not in the list. */
function moveUp(companies: readonly { slug: string }[], slug: string): string[] {
  const slugs = companies.map((one) => one.slug);
  const at = slugs.indexOf(slug);
  if (at < 0) return [];
  const others = slugs.toSpliced(at, 1);
  return others.toSpliced(Math.max(at - 1, 0), 0, slug);
}
