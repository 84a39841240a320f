import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = process.cwd();
const tree = mkdtempSync(join(tmpdir(), "undersigned-suite-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** The suite of a tree whose only tests are these in tests/unit. Returns its exit code and what it prints. */
async function runSuite(files: Record<string, string>, env: Record<string, string>) {
  rmSync(join(tree, "tests"), { recursive: true, force: true });
  mkdirSync(join(tree, "tests/unit"), { recursive: true });
  for (const name of ["package.json", "vite.config.ts", "remix.config.js", "tests/suite"])
    cpSync(join(root, name), join(tree, name), { recursive: true });
  for (const name of ["node_modules", "app", "docs", "tests/support"]) {
    rmSync(join(tree, name), { force: true });
    symlinkSync(join(root, name), join(tree, name));
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(tree, "tests/unit", name), text);
  return new Promise<{ code: number; output: string }>((resolve) => {
    const own = { NODE_ENV: "test", PATH: process.env.PATH, HOME: tree, NO_COLOR: "1", ...env } as const;
    execFile(
      process.execPath,
      ["tests/suite/run.mjs", "unit"],
      { cwd: tree, env: own },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

/** A test that fails as long as `condition` holds. */
const failing = (name: string, condition: string) => `
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
const log = ${JSON.stringify(join(tree, "tests"))} + "/${name}.log";
appendFileSync(log, "run\\n");
const runs = readFileSync(log, "utf8").split("\\n").length - 1;
test("${name} works", () => expect(${condition}, "by chance").toBe(false));
`;
const passing = `import { expect, test } from "vitest"; test("adds", () => expect(1 + 1).toBe(2));`;

test("what fails once in CI is listed as passed the second time, with its error", async () => {
  const files = { "once.test.ts": failing("once", "runs === 1"), "adds.test.ts": passing };
  const { code, output } = await runSuite(files, { CI: "1" });
  expect(output).toMatch(
    /Passed the second time\s+unit {2}tests\/unit\/once\.test\.ts: once works\s+.*by chance/,
  );
  expect(output).toContain("2 passed, 0 failed");
  expect(output).not.toContain("FAILED");
  expect(code).toBe(0);
});

test("what fails twice fails the run, with the seed and the command that repeats it", async () => {
  const files = {
    "always.test.ts": failing("always", "true"),
    "once.test.ts": failing("once", "runs === 1"),
  };
  const { code, output } = await runSuite(files, { CI: "1" });
  expect(output).toMatch(/FAILED\s+unit {2}tests\/unit\/always\.test\.ts: always works\s+.*by chance/);
  expect(output).toMatch(/Passed the second time\s+unit {2}tests\/unit\/once\.test\.ts: once works/);
  expect(output).toContain("Seed 1. Once more:\n  npx vitest run --project unit tests/unit/always.test.ts");
  expect(output).toContain("1 passed, 1 failed");
  expect(code).toBe(1);
});

test("by hand nothing has a second try", async () => {
  const { code, output } = await runSuite({ "once.test.ts": failing("once", "runs === 1") }, {});
  expect(output).toMatch(/FAILED\s+unit {2}tests\/unit\/once\.test\.ts: once works/);
  expect(output).not.toContain("Passed the second time");
  expect(code).toBe(1);
});

test("more than ten failed files are no chance: none runs again", async () => {
  const names = Array.from({ length: 11 }, (_, n) => `once-${n}`);
  const files = Object.fromEntries(names.map((name) => [`${name}.test.ts`, failing(name, "runs === 1")]));
  const { code, output } = await runSuite(files, { CI: "1" });
  expect(output).toContain("unit: 11 of its files failed, too many to be chance.");
  expect(output).not.toContain("Passed the second time");
  expect(code).toBe(1);
});
