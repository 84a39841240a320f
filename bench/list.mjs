import { campaignSlug } from "./stage.mjs";

/** A database of its own with the campaign and one organizer, for the long list. */
export async function openList(stage, database) {
  await stage.createDatabase(database);
  await stage.command(database, ["migrate"]);
  await stage.command(database, ["seed"]);
  const owner = stage.open("owner", database, 2);
  const [scope] = await owner`
    with organizer as (
      insert into organizers (email, name, activated_at) values ('bench@example.org', 'Bench', now()) returning id
    )
    insert into campaign_organizers (campaign_id, organizer_id, role, rights)
    select campaigns.id, organizer.id, 'owner', '{}' from campaigns, organizer where slug = ${campaignSlug}
    returning campaign_id as "campaignId", organizer_id as "organizerId"`;
  const db = await stage.connect(database);
  return { database, owner, db, scope };
}
