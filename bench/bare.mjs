// The bare server that forms are compared with.

/** Starts the least a Node server can do to keep a form, over a table of its own. */
export async function openBareSign(stage, database) {
  const owner = stage.open("owner", database, 1);
  await owner`create table if not exists bench_bare (
    id bigint generated always as identity primary key, name text, email text, country text)`;
  await owner`grant insert on bench_bare to undersigned_app`;
  await owner.end();
  return stage.startBare(new URL("bare-sign.mjs", import.meta.url), {
    databaseUrl: stage.databaseUrl("app", database),
  });
}
