// Writes the release of the commit that is checked out, as undersigned-<version>.tar.gz: `npm run release`.
// Nothing else makes one. The same commit gives the same files.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const git = (...args) => execFileSync("git", args, { encoding: "utf8", stdio: "pipe" }).trim();
const versionIn = (file) => JSON.parse(readFileSync(file, "utf8")).version;

function refusal(version) {
  if (git("status", "--porcelain")) return "There are uncommitted changes. Commit or remove them first.";
  if (versionIn("package-lock.json") !== version)
    return `package-lock.json is not of ${version}. Run npm install.`;
  const [newest = "no version"] = /(?<=^## ).+/m.exec(readFileSync("CHANGELOG.md", "utf8")) ?? [];
  if (!newest.startsWith(`${version} (`))
    return `CHANGELOG.md begins with ${newest}, package.json says ${version}.`;
  const tag = `v${version}`;
  if (git("tag", "--list", tag) && git("rev-parse", `${tag}^{commit}`) !== git("rev-parse", "HEAD"))
    return `${tag} is another commit. Check it out, or raise the version in package.json and CHANGELOG.md.`;
  return null;
}

const version = versionIn("package.json");
const why = refusal(version);
if (why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
const name = `undersigned-${version}`;
git("archive", "--format=tar.gz", `--prefix=${name}/`, `--output=${name}.tar.gz`, "HEAD");
const sha256 = createHash("sha256")
  .update(readFileSync(`${name}.tar.gz`))
  .digest("hex");
process.stdout.write(`${sha256}  ${name}.tar.gz\n`);
