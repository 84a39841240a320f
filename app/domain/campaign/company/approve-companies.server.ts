import { and, eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import { queueApprovalWithdrawn } from "#app/domain/approvals/queue-approval-withdrawn.server.ts";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import type { CompanyEditorScope } from "#app/domain/campaign/meetings/company-editor.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";
import { companyProposals, targets } from "#db/schema/index.ts";
import { lockManaged, waiting } from "./change-companies.server.ts";
import { companiesApproval } from "./companies-approval.ts";
import { type CompaniesSet, setCompanies } from "./set-companies.server.ts";

/** `subject`: the public id of what the actor saw; the operator takes the one that waits. */
type OnProposal = { scope: CompanyEditorScope; subject?: string | undefined };

const ofSubject = ({ scope, subject }: OnProposal) =>
  and(
    waiting(scope.campaignId),
    subject === undefined ? undefined : eq(companyProposals.publicId, isUuid(subject) ? subject : nobody),
  );
const nobody = "00000000-0000-0000-0000-000000000000";

export type CompaniesApproved =
  | { outcome: "approved" }
  | Extract<CompaniesSet, { outcome: "held" }>
  | { outcome: "not-waiting" | "closed" | "gone" }
  | NotApproving;

/**
 * Makes an open campaign one about the companies that somebody asked for. Who asked may approve only where
 * nobody else could, which is recorded. The caller has reauthenticated the approver.
 */
export async function approveCompanies(
  db: Db,
  input: OnProposal & { alone?: boolean },
  now = new Date(),
): Promise<CompaniesApproved> {
  const { scope } = input;
  const { campaignId, organizerId } = scope;
  return db.transaction(async (tx): Promise<CompaniesApproved> => {
    const campaign = await lockManaged(tx, scope);
    if (!campaign) return { outcome: "gone" };
    if (campaign.status === "closed") return { outcome: "closed" };
    const [row] = await tx.select().from(companyProposals).where(ofSubject(input));
    if (!row) return { outcome: "not-waiting" };
    const approver = { campaignId, actor: actorOf(organizerId), alone: input.alone ?? false };
    const decided = await decideApproval(tx, companiesApproval, approver, row);
    if ("outcome" in decided) return decided;
    const { alone } = decided;

    const set = await setCompanies(tx, campaignId, row.companyIds);
    if (set.outcome === "held") return set;
    await tx
      .update(companyProposals)
      .set({ approvedAt: now, approvedById: organizerId, approvedAlone: alone })
      .where(eq(companyProposals.id, row.id));
    const companies = await namesOf(tx, row.companyIds);
    const entry = { actor: actorOf(organizerId), action: "companies-changed", campaignId } as const;
    await recordAudit(
      tx,
      {
        ...entry,
        subject: row.publicId,
        detail: { companies, alone, ...(set.removed.length > 0 && { removed: set.removed }) },
      },
      now,
    );
    return { outcome: "approved" };
  });
}

/** Reads companies' names in the order of their ids. */
export async function namesOf(db: Pick<Db, "select">, ids: readonly number[]): Promise<string[]> {
  const rows = await db.select({ id: targets.id, name: targets.name }).from(targets);
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.name ?? []);
}

/** Withdraws a change of companies that waits. Open to everybody who manages the campaign. */
export async function withdrawCompanies(
  db: Db,
  input: OnProposal,
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-waiting" | "gone" }> {
  const { campaignId, organizerId } = input.scope;
  const actor = actorOf(organizerId);
  return db.transaction(async (tx) => {
    if (!(await lockManaged(tx, input.scope))) return { outcome: "gone" };
    const [row] = await tx
      .update(companyProposals)
      .set({ withdrawnAt: now })
      .where(ofSubject(input))
      .returning({ subject: companyProposals.publicId });
    if (!row) return { outcome: "not-waiting" };
    await recordAudit(tx, { actor, action: "companies-withdrawn", campaignId, ...row, detail: {} }, now);
    await queueApprovalWithdrawn(tx, { campaignId, kind: "companies", ...row, actor });
    return { outcome: "withdrawn" };
  });
}

/** Leaves the companies of a campaign as they are that somebody wants to change. */
export const returnCompanies: ReturnThing = async (tx, { campaignId, publicId, actor }, now) => {
  const scope = { campaignId, organizerId: organizerOf(actor) };
  if (!(await lockManaged(tx, scope))) return null;
  const [row] = await tx
    .update(companyProposals)
    .set({ withdrawnAt: now })
    .where(ofSubject({ scope, subject: publicId }))
    .returning({ askedById: companyProposals.askedById });
  return row ? { number: null, askedById: row.askedById, authorIds: [], hands: [row.askedById] } : null;
};
