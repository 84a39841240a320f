import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Cuts npm's first two lines off a file: `npm run cli -- export … > list.csv` must write only the list. If
 * standard output is a file that ends with exactly these lines, they are cut off and standard output is
 * reopened at the file's end. (Through a pipe: `npm run -s cli -- …`.)
 */
export function dropBanner(root, args) {
  const self = "/proc/self/fd/1";
  if (process.platform !== "linux" || process.env.npm_lifecycle_event !== "cli") return;
  try {
    const stat = fstatSync(1);
    if (!stat.isFile()) return;

    const { name, version, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const command = [scripts.cli, ...args].join(" ");
    const banner = Buffer.from(`\n> ${name}@${version} cli\n> ${command}\n\n`);
    const content = readFileSync(self);
    if (!content.subarray(-banner.length).equals(banner)) return;

    ftruncateSync(1, content.length - banner.length);
    const appending = openSync(self, "a");
    closeSync(1);
    openSync(`/proc/self/fd/${appending}`, "a"); // takes the lowest free number, which is 1
    closeSync(appending);
  } catch {
    // A file that cannot be reopened keeps npm's lines.
  }
}
