// `npm run db:generate`: writes a migration, and keeps only drizzle-kit's newest snapshot, which it compares
// the schema with next time.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const program = new URL("../node_modules/drizzle-kit/bin.cjs", import.meta.url).pathname;
execFileSync(process.execPath, [program, "generate", ...process.argv.slice(2)], { stdio: "inherit" });

const folder = new URL("migrations/meta/", import.meta.url);
const snapshots = readdirSync(folder).filter((name) => name.endsWith("_snapshot.json"));
const newest = new URL(snapshots.sort().at(-1), folder);
const text = `${JSON.stringify(JSON.parse(readFileSync(newest, "utf8")))}\n`;
for (const name of snapshots) rmSync(new URL(name, folder));
writeFileSync(newest, text);
