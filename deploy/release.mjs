// Writes the release of the commit that is checked out, as undersigned-<version>.tar.gz: `npm run release`.
// Nothing else makes one. The same commit and the same git give the same file.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

function git(...args) {
  const { error, status, stdout, stderr } = spawnSync("git", args, { encoding: "utf8" });
  if (error?.code === "ENOENT") refuse("git is not installed.");
  if (error || status !== 0) refuse(stderr?.trim() || `git ${args[0]} failed.`);
  return stdout.trim();
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return refuse(`${file} cannot be read here.`);
  }
}

function readJson(file) {
  const text = read(file);
  try {
    return JSON.parse(text);
  } catch {
    return refuse(`${file} is not JSON.`);
  }
}

function refuse(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

const head = spawnSync("git", ["rev-parse", "--verify", "--quiet", "HEAD"]);
if (head.status > 0) refuse("There is no commit here. Run npm run release in a clone of the repository.");
if (git("status", "--porcelain")) refuse("There are uncommitted changes. Commit or remove them first.");

const { version } = readJson("package.json");
if (!version) refuse("package.json has no version. Set one with npm version --no-git-tag-version.");
const lock = readJson("package-lock.json");
if (lock.version !== version || lock.packages?.[""]?.version !== version)
  refuse(`package-lock.json is not of ${version}. Run npm install.`);

const [newest = "no version"] = /(?<=^## ).+/m.exec(read("CHANGELOG.md")) ?? [];
if (!newest.startsWith(`${version} (`))
  refuse(`CHANGELOG.md begins with ${newest}, package.json says ${version}.`);

const tag = `v${version}`;
const isTagged = git("tag", "--list", tag) === tag;
if (isTagged && git("rev-parse", `${tag}^{commit}`) !== git("rev-parse", "HEAD"))
  refuse(`${tag} is another commit. Check it out, or raise the version in package.json and CHANGELOG.md.`);

const name = `undersigned-${version}`;
git("archive", "--format=tar.gz", `--prefix=${name}/`, `--output=${name}.tar.gz`, "HEAD");
const sha256 = createHash("sha256")
  .update(readFileSync(`${name}.tar.gz`))
  .digest("hex");
process.stdout.write(`${sha256}  ${name}.tar.gz\n`);
if (!isTagged) process.stderr.write(`Tag it: git tag ${tag}\n`);
