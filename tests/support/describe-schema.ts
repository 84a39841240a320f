import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";

const ofUs = sql`c.relnamespace = 'public'::regnamespace`;
const notOfAnExtension = (oid: ReturnType<typeof sql>) =>
  sql`not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

/** Lists all of a schema but functions and triggers, a line a thing. */
export async function describeTables(db: Db): Promise<string[]> {
  return lines(
    db,
    sql`
      select format('table %s %s %s', c.relname, c.relpersistence, c.reloptions) as line
      from pg_class c where ${ofUs} and c.relkind in ('r', 'v', 'm', 'p')
      union all
      select format('column %s %s %s %s %s %s %s %s %s', c.relname,
        row_number() over (partition by c.oid order by a.attnum), a.attname,
        format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attstorage,
        pg_get_expr(x.adbin, x.adrelid))
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef x on x.adrelid = a.attrelid and x.adnum = a.attnum
      where ${ofUs} and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped
      union all
      select format('constraint %s %s %s', c.relname, o.conname, pg_get_constraintdef(o.oid))
      from pg_constraint o join pg_class c on c.oid = o.conrelid where ${ofUs} and o.contype <> 't'
      union all
      select format('index %s', pg_get_indexdef(c.oid)) from pg_class c where ${ofUs} and c.relkind = 'i'
      union all
      select format('sequence %s %s %s', c.relname, format_type(s.seqtypid, null),
        row(s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle))
      from pg_sequence s join pg_class c on c.oid = s.seqrelid where ${ofUs}
      union all
      select format('type %s %s', t.typname, (
        select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum
        where enumtypid = t.oid))
      from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
      union all
      select format('extension %s', extname) from pg_extension`,
  );
}

/** Lists functions and triggers as the database writes them. */
export async function describeFunctions(db: Db): Promise<string[]> {
  return lines(
    db,
    sql`
      select pg_get_functiondef(p.oid) as line from pg_proc p
      where p.pronamespace = 'public'::regnamespace and ${notOfAnExtension(sql`p.oid`)}
      union all
      select pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      where ${ofUs} and not t.tgisinternal`,
  );
}

async function lines(db: Db, query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await db.execute<{ line: string }>(query);
  return rows.map(({ line }) => line).sort();
}
