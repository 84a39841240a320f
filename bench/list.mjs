import { fillHistory } from "./history.mjs";
import { campaignSlug } from "./stage.mjs";

/** Makes the long list's database: the seed's campaign and one organizer. */
export async function openList(stage, database) {
  await stage.createDatabase(database);
  await stage.command(database, ["migrate"]);
  await stage.command(database, ["seed"]);
  const owner = stage.open("owner", database, 2);
  await owner`
    with organizer as (
      insert into organizers (email, name, activated_at) values ('bench@example.org', 'Bench', now())
      returning id
    )
    insert into campaign_organizers (campaign_id, organizer_id, role, rights)
    select campaigns.id, organizer.id, 'owner', '{}' from campaigns, organizer where slug = ${campaignSlug}`;
  return enterList(stage, database, owner);
}

/** Makes the same with `people` signatures, or takes the one that a run before kept. */
export async function openHistory(stage, people) {
  const database = `undersigned_history_${people}`;
  const postgres = stage.open("superuser", "postgres", 1);
  const [kept] = await postgres`
    select shobj_description(oid, 'pg_database') = 'whole' as whole from pg_database
    where datname = ${database}`;
  if (kept?.whole) {
    await stage.command(database, ["migrate"]);
    return enterList(stage, database, stage.open("owner", database, 2));
  }

  const list = await openList(stage, database);
  const began = Date.now();
  const say = (rows) =>
    process.stderr.write(
      `  ${rows.toLocaleString("en")} after ${Math.round((Date.now() - began) / 1000)} s\n`,
    );
  await fillHistory(stage.open("superuser", database, 2), list.scope.campaignId, people, {
    until: new Date(),
    say,
  });
  const { foldHours } = await stage.load("app/domain/activity/fold-hours.server.ts");
  await foldHours(list.db);
  await stage.open("superuser", database, 1).unsafe("vacuum (full, analyze) activity_hours");
  await postgres.unsafe(`comment on database ${database} is 'whole'`);
  return list;
}

async function enterList(stage, database, owner) {
  const [scope] = await owner`
    select campaign_id as "campaignId", organizer_id as "organizerId" from campaign_organizers`;
  return { database, owner, db: await stage.connect(database), scope };
}
