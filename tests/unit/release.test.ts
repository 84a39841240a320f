import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("a release is of a clean commit whose files agree on its version", () => {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: folder,
      env,
    });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const release = () => {
    const { status, stdout, stderr } = spawnSync("node", [join(root, "deploy/release.mjs")], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    return [status, stdout + stderr];
  };
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "One");
  };
  try {
    const lines = (line: string) => [1, expect.stringMatching(new RegExp(`^${line}\\n$`))];
    expect(release()).toEqual(lines("There is no commit here.*"));
    git("init", "--quiet");
    write(".gitignore", "*.tar.gz\n");
    write("package.json", "{}");
    expect(release()).toEqual(lines("There is no commit here.*"));
    commit();
    expect(release()).toEqual(lines("package.json has no version.*"));
    write("package.json", '{ "version": "1.2.0" }');
    expect(release()).toEqual(lines("There are uncommitted changes.*"));
    commit();
    expect(release()).toEqual(lines("package-lock.json cannot be read here."));
    for (const [whole, root] of [
      ["1.1.0", "1.2.0"],
      ["1.2.0", "1.1.0"],
    ]) {
      write("package-lock.json", JSON.stringify({ version: whole, packages: { "": { version: root } } }));
      commit();
      expect(release()).toEqual(lines("package-lock.json is not of 1.2.0.*"));
    }
    write("package-lock.json", JSON.stringify({ version: "1.2.0", packages: { "": { version: "1.2.0" } } }));
    commit();
    expect(release()).toEqual(lines("CHANGELOG.md cannot be read here."));
    write("CHANGELOG.md", "# Changes\n\n## 1.1.0 (May 1, 2026)\n");
    commit();
    expect(release()).toEqual([
      1,
      expect.stringContaining("begins with 1.1.0 (May 1, 2026), package.json says 1.2.0"),
    ]);
    write("CHANGELOG.md", "# Changes\n\n## 1.2.0 (June 1, 2026)\n\n## 1.1.0 (May 1, 2026)\n");
    commit();
    expect(release()).toEqual([0, expect.stringMatching(/\.tar\.gz\nTag it: git tag v1\.2\.0\n$/)]);
    git("tag", "v1.2.0");
    expect(release()).toEqual([0, expect.stringMatching(/^[0-9a-f]{64} {2}undersigned-1\.2\.0\.tar\.gz\n$/)]);
    expect(release()).toEqual(release());
    const listed = execFileSync("tar", ["-tzf", "undersigned-1.2.0.tar.gz"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(listed).toContain("undersigned-1.2.0/package.json\n");
    write("late.txt", "after the tag");
    commit();
    expect(release()).toEqual([1, expect.stringContaining("v1.2.0 is another commit")]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("this commit's version is the newest of CHANGELOG.md", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(/^## .+/m.exec(readFileSync(join(root, "CHANGELOG.md"), "utf8"))?.[0]).toContain(`## ${version} (`);
});
