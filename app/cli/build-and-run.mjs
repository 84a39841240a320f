// The entry of `npm start` and `npm run cli`: plain JavaScript that builds if needed and then becomes the
// built program, in the same process, so that signals reach it.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "./build.mjs";
import { dropBanner } from "./npm-banner.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const args = process.argv.slice(2);
const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(3);
};

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node ${process.versions.node} is too old. Install Node 20.19 or later (24 is recommended).`);
}
if (!existsSync(join(root, "node_modules"))) fail("Packages are not installed. Run `npm ci`.");

dropBanner(root, args);
// Built code runs as in production. Who said so themselves has a database to name.
if (process.env.NODE_ENV !== "production") process.env.UNDERSIGNED_CHECKOUT = "1";
process.env.NODE_ENV = "production";
// Only people are told: a program may parse standard error.
const say = args[0] === "start" || process.stderr.isTTY;
const problem = await buildIfChanged(root, { say });
if (problem) fail(problem);

const program = join(root, "build/server/index.js");
process.argv = [process.execPath, program, ...args];
await import(program);
