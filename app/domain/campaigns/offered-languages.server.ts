import { type SQL, sql } from "drizzle-orm";
import { campaigns } from "#db/schema/index.ts";

/**
 * The languages a row of `campaigns` is offered in: the one it is written in, and of the others that were chosen those in
 * which nothing of the case and the petition is missing. A correction that waits for its translation stands there as it was
 * written, marked with its language. It agrees with what listOriginals calls needed.
 */
export const offeredLanguages: SQL<string[]> = sql<string[]>`array(
  select l.locale from unnest(${campaigns.languages}) with ordinality as l (locale, n)
  where l.n = 1 or not exists (
    select from (
      select unnest(array[${campaigns.title}, ${campaigns.eyebrow}, ${campaigns.standfirst}, ${campaigns.method}, ${campaigns.care}])
      union all select unnest(array[v.summary, v.body, v.note]) from petition_versions v
        where v.campaign_id = ${campaigns.id} and v.version = ${campaigns.petitionVersion}
      union all select unnest(array[k.text, k.attribution, k.limits, k.open_question, k.brief]
          || array(select e ->> 'label' from jsonb_array_elements(k.timeline) e)) from claims k
        where k.campaign_id = ${campaigns.id} and k.published
    ) as said (words)
    where said.words <> '' and not exists (select from campaign_translations t
      where t.campaign_id = ${campaigns.id} and t.locale = l.locale and t.translation is not null
        and t.original_sha256 = sha256(convert_to(said.words, 'UTF8'))))
  order by l.n)`;
