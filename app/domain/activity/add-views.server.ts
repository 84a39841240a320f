import type { Db } from "#db/index.ts";

/** Page views of one process: whose page (null: the featured campaign's), what, and how many. */
export type ViewSum = {
  slug: string | null;
  measure: "view" | "visit-source" | "visit-host";
  value: string;
  n: number;
};

/** Adds the views of one process to the hour that is under way. Paths of no campaign are left out. */
export async function addViews(db: Db, sums: readonly ViewSum[], now = new Date()): Promise<void> {
  if (sums.length === 0) return;
  await db.$client`
    insert into activity_hours as a (campaign_id, measure, hour, value, slot, n)
    select c.id, v.measure, hour_of(${now.toISOString()}::timestamptz),
      v.value, (pg_backend_pid() % 16)::smallint, sum(v.n)
    from unnest(${sums.map(({ slug }) => slug)}::text[], ${sums.map(({ measure }) => measure)}::text[],
      ${sums.map(({ value }) => value)}::text[],
      ${sums.map(({ n }) => n)}::int[]) as v (slug, measure, value, n)
    join campaigns c on c.slug = v.slug or v.slug is null and c.featured
    where c.status <> 'draft'
    group by 1, 2, 4 order by 1, 2, 4
    on conflict (campaign_id, measure, hour, value, slot) do update set n = a.n + excluded.n`;
}
