import { type SQL, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { firstOfCompanies } from "#app/domain/campaign/company/campaign-companies.ts";
import { verificationAfter } from "#app/domain/campaign/meetings/change.server.ts";
import {
  type CompanyEditorScope,
  canEditCompany,
} from "#app/domain/campaign/meetings/company-editor.server.ts";
import { type AuditEntry, actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { targets } from "#db/schema/index.ts";
import type { CompanyValues } from "./company-form.ts";
import { listCompaniesOf } from "./find-company.server.ts";
import { findHolds } from "./holds-company.server.ts";
import { setCompanies } from "./set-companies.server.ts";

/** Why a campaign's company cannot change. */
export type NotChanged = {
  outcome:
    | /** The organizer does not manage the campaign. */ "gone"
    /** Its pages are or were public: people signed about this company. */
    | "not-draft"
    /** It has recipients at its company: retire them first. */
    | "has-recipients"
    /** Something else depends on the company: see `companyHolds`. */
    | "held";
};

export async function addCompany(
  db: Db,
  { scope, values, checked }: { scope: CompanyEditorScope; values: CompanyValues; checked: boolean },
  now = new Date(),
): Promise<{ outcome: "added"; slug: string } | NotChanged> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, scope);
    if (draft.outcome !== "locked") return draft;
    const { id, slug } = await insertCompany(tx, { values, checked, by: draft.name }, now);
    await moveCampaign(tx, scope, id);
    const detail = { company: values.name, verified: checked };
    await note(tx, scope, "company-added", detail, now);
    return { outcome: "added", slug };
  });
}

/** Stores a new company. `by`: who says that its source says all of it, where that was `checked`. */
export async function insertCompany(
  tx: Tx,
  { values, checked, by }: { values: CompanyValues; checked: boolean; by: string },
  now: Date,
): Promise<{ id: number; slug: string }> {
  const vouched = { checked, changed: true, by };
  const slug = await freeSlug(tx, values.name);
  const [row] = await tx
    .insert(targets)
    .values({ ...values, ...verificationAfter(null, vouched, now), slug })
    .returning({ id: targets.id });
  if (!row) throw new Error("the company was not inserted");
  return { id: row.id, slug };
}

/** Adds a company with only a name. Returns its id. */
export async function beginCompany(tx: Tx, name: string): Promise<number> {
  // Two campaigns started at once with one name: the second sees the first's slug.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('company-slugs', 0))`);
  const slug = await freeSlug(tx, name);
  const values = { name, slug, ticker: "", exchange: "" };
  const [row] = await tx.insert(targets).values(values).returning({ id: targets.id });
  if (!row) throw new Error("the company was not inserted");
  return row.id;
}

/** Makes a draft campaign one about a company that `listCompanies` names to the organizer. */
export async function chooseCompany(
  db: Db,
  { scope, slug }: { scope: CompanyEditorScope; slug: string },
  now = new Date(),
): Promise<{ outcome: "chosen"; name: string } | { outcome: "unknown" } | NotChanged> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, scope);
    if (draft.outcome !== "locked") return draft;
    const company = (await listCompanies(tx, scope.organizerId)).find((one) => one.slug === slug);
    const [, ...others] = await listCompaniesOf(tx, scope.campaignId);
    if (!company || others.some(({ id }) => id === company.id)) return { outcome: "unknown" };
    await moveCampaign(tx, scope, company.id);
    await note(tx, scope, "company-chosen", { company: company.name }, now);
    return { outcome: "chosen", name: company.name };
  });
}

export type ListedCompany = {
  id: number;
  slug: string;
  name: string;
  ticker: string;
  exchange: string;
  campaigns: number;
};

/**
 * Lists the companies someone may begin a campaign about, by name: those whose facts they keep in every
 * campaign on them, since a campaign more would keep the others' keepers from changing any; and those that
 * were made for a campaign they manage and are in none yet. All for the operator.
 */
export async function listCompanies(db: DbOrTx, organizerId: string | null): Promise<ListedCompany[]> {
  const kept: SQL =
    organizerId === null
      ? sql`true`
      : sql`bool_and(${canEditCompany(organizerId, sql`c.id`)}) or (count(c.id) = 0 and exists (
          select from company_proposals p where t.id = any (p.company_ids)
            and ${mayAct(actorOf(organizerId), sql`p.campaign_id`, "manage")}))`;
  return [
    ...(await db.execute<ListedCompany>(sql`
      select t.id, t.slug, t.name, t.ticker, t.exchange, count(c.id)::int as campaigns
      from targets t left join campaign_companies o on o.company_id = t.id left
        join campaigns c on c.id = o.campaign_id
      group by t.id having ${kept} order by t.name, t.id`)),
  ];
}

/** Locks a campaign whose company may still change. */
async function lockDraft(
  tx: Tx,
  { campaignId, organizerId }: CompanyEditorScope,
): Promise<{ outcome: "locked"; name: string } | NotChanged> {
  const [row] = await tx.execute<{ name: string; draft: boolean; first: number }>(sql`
    select coalesce((select name from organizers where id = ${organizerId}::uuid), 'The operator') as name,
      status = 'draft' as draft, target_id as first
    from campaigns c where c.id = ${campaignId} and ${mayAct(actorOf(organizerId), campaignId, "manage")}
    for no key update`);
  if (!row) return { outcome: "gone" };
  if (!row.draft) return { outcome: "not-draft" };
  const holds = await findHolds(tx, campaignId, row.first);
  if (holds.length === 0) return { outcome: "locked", name: row.name };
  return { outcome: holds.includes("recipients") ? "has-recipients" : "held" };
}

/** Replaces the first company of a campaign that `lockDraft` locked. */
async function moveCampaign(tx: Tx, { campaignId }: CompanyEditorScope, id: number): Promise<void> {
  const [, ...others] = await listCompaniesOf(tx, campaignId);
  const set = await setCompanies(tx, campaignId, [id, ...others.map((other) => other.id)]);
  if (set.outcome === "held") throw new Error(`a draft is held by ${set.holds.join(", ")}`);
}

const note = (
  tx: Tx,
  { campaignId, organizerId }: CompanyEditorScope,
  action: "company-added" | "company-chosen",
  detail: AuditEntry["detail"],
  now: Date,
) => recordAudit(tx, { actor: actorOf(organizerId), action, campaignId, subject: null, detail }, now);

/** Makes the slug that commands use from the name, with a number if it is taken. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const base = plain.replace(/^-|-$/g, "").slice(0, 40) || "company";
  const taken = await tx.execute<{ slug: string }>(
    sql`select slug from targets where starts_with(slug, ${base})`,
  );
  const slugs = new Set(taken.map(({ slug }) => slug));
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!slugs.has(slug) && slug !== firstOfCompanies) return slug;
  }
}
