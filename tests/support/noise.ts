import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { onEveryDatabase } from "./database.ts";

/**
 * Gives every campaign of this file's databases a second company: it has recipients, verified later, and who
 * writes to the first company, or gives it their name, does so to this one, too. Nothing about the first may
 * change. Call it, then import the files of tests to run again.
 */
export const withNoise = () => onEveryDatabase(makeNoise);

async function makeNoise(db: Db): Promise<void> {
  await db.execute(sql`
    create function noise_of(campaign integer) returns integer language sql as $$
      select company_id from campaign_companies where campaign_id = campaign and place = 9 $$`);
  await after(
    "insert on campaigns",
    sql`insert into targets (slug, name, ticker, exchange)
      values ('noise-' || new.id, 'Noise', 'NOIS', 'Tokyo');
    insert into campaign_companies (campaign_id, company_id, place)
      select new.id, id, 9 from targets where slug = 'noise-' || new.id;`,
  );
  const isNoise = sql`new.company_id = noise_of(new.campaign_id)`;
  await after(
    "insert on letter_recipients",
    sql`if not ${isNoise} then insert into letter_recipients (campaign_id, company_id, name, email,
      postal_address, per_day, opened_at, verified_at, verified_by, verified_where)
      values (new.campaign_id, noise_of(new.campaign_id), new.name, 'noise-' || new.id || '@noise.example',
        new.postal_address, new.per_day, new.opened_at, now() + interval '1 day',
        'Noise', 'https://noise.test');
      end if;`,
  );
  await after(
    "insert on consents",
    sql`if new.purpose in ('deliver_letter', 'deliver_to_company') and not ${isNoise} then
      insert into consents (supporter_id, campaign_id, company_id, purpose, text_version, locale, granted_at)
      values (new.supporter_id, new.campaign_id, noise_of(new.campaign_id), new.purpose, new.text_version,
        new.locale, new.granted_at) on conflict do nothing;
      end if;`,
  );
  await after(
    "insert or update of state on letters",
    sql`if not ${isNoise} and new.state in ('confirmed', 'queued') then
      insert into letters (campaign_id, company_id, supporter_id, state, locale, body, created_at,
        confirmed_at)
      values (new.campaign_id, noise_of(new.campaign_id), new.supporter_id, 'confirmed', new.locale, new.body,
        new.created_at, new.created_at) on conflict do nothing;
      end if;`,
  );

  await db.execute(sql`
    create function noise_is_not_drafted() returns trigger language plpgsql as $$ begin
      if new.author_id is null and new.company_id = noise_of(new.campaign_id) then return null; end if;
      return new;
    end $$`);
  await db.execute(sql`create trigger zz_noise_drafts before insert on letter_dispatches
    for each row execute function noise_is_not_drafted()`);

  async function after(what: string, does: ReturnType<typeof sql>) {
    const name = `noise_${what.split(" ").at(-1)}`;
    await db.execute(sql`create function ${sql.raw(name)}() returns trigger language plpgsql as $$
      begin ${does} return null; end $$`);
    await db.execute(sql`create trigger ${sql.raw(`zz_${name}`)} after ${sql.raw(what)} for each row
      execute function ${sql.raw(name)}()`);
  }
}
