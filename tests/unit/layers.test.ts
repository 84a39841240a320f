import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const config = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")) as {
  forbidden: { name: string }[];
};
const rules = new Set(config.forbidden.map(({ name }) => name));

/** Forbidden imports by rule: the importing file and the target; `how` if only a type or at run time. */
const planted: Record<string, [from: string, to: string, how?: "type" | "dynamic"][]> = {
  "no-circular": [
    ["app/domain/circle/a.ts", "app/domain/circle/b.ts"],
    ["app/domain/circle/b.ts", "app/domain/circle/a.ts", "type"],
  ],
  floors: [
    ["app/domain/base/climbs.ts", "app/domain/upkeep/erasure/erase.server.ts"],
    ["app/domain/queue/climbs.ts", "app/domain/outbox/content.server.ts", "type"],
    ["app/domain/record/climbs.ts", "app/domain/team/send-back.server.ts", "dynamic"],
    ["app/domain/entries/signatures/climbs.ts", "app/domain/entries/letters/letter.ts"],
    ["app/domain/entries/climbs.ts", "app/domain/entries/signatures/signature.ts"],
    ["app/domain/outgoing/climbs.ts", "app/domain/cellar/below.ts"],
    ["app/domain/cellar/unlisted.ts", "db/schema/people.ts"],
  ],
  "folders-flow": [
    ["app/domain/access/tokens/gives.ts", "app/domain/access/sign-in/given.ts"],
    ["app/domain/access/sign-in/takes.ts", "app/domain/access/tokens/taken.ts"],
  ],
  "routes-stay-thin": [["app/routes/thick/route.tsx", "db/schema/people.ts"]],
  "routes-are-islands": [["app/routes/console/one/route.tsx", "app/routes/console/two/part.tsx"]],
  "nothing-imports-a-route": [["app/routes/console/one/part.tsx", "app/routes/console/one/route.tsx"]],
  "tasks-stay-thin": [["app/tasks/thick.ts", "db/schema/people.ts"]],
  "domain-knows-no-http": [["app/domain/people/render.server.ts", "node_modules/react/index.js"]],
  "domain-takes-mail-types-only": [["app/domain/people/mail.server.ts", "app/mail/smtp.server.ts"]],
  "emails-are-pure": [["emails/reads.tsx", "app/domain/people/queries.server.ts"]],
  "db-is-the-floor": [["db/climbs.ts", "app/lib/clock.ts"]],
  "i18n-is-pure": [["app/i18n/reads.ts", "app/lib/clock.ts"]],
  "mail-renders-only": [["app/mail/reads.server.ts", "db/schema/people.ts"]],
  "pdf-lays-out-only": [["app/pdf/reads.server.ts", "db/schema/people.ts"]],
  "rules-know-no-layout": [["app/domain/people/draws.server.ts", "app/pdf/page.server.ts"]],
  "lib-is-low": [["app/lib/climbs.ts", "app/domain/people/queries.server.ts"]],
  "ui-is-client-safe": [["app/ui/leaks.tsx", "app/domain/people/queries.server.ts"]],
  "one-composition-root": [["app/domain/people/opens.server.ts", "db/connection.ts"]],
  "one-door-to-remix": [["app/routes/direct/route.tsx", "node_modules/@remix-run/node/index.js"]],
  "nothing-imports-the-command-line": [["app/tasks/calls.ts", "app/cli/main.ts"]],
  "demo-is-asked-for": [["app/tasks/plays.ts", "app/demo/add-demo.server.ts"]],
  "product-imports-no-tests": [["app/lib/leans.ts", "tests/support/builders.ts"]],
};

type Violation = { rule: { name: string }; from: string; cycle?: { name: string }[] };

function cruise(): Violation[] {
  const folder = mkdtempSync(join(tmpdir(), "layers-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: "a" });
  };
  try {
    write(
      "package.json",
      JSON.stringify({
        name: "planted",
        type: "module",
        dependencies: { react: "1.0.0", "#app/http/remix.server.ts": "1.0.0" },
      }),
    );
    write(
      "tsconfig.json",
      JSON.stringify({
        compilerOptions: { module: "ESNext", moduleResolution: "Bundler", jsx: "react-jsx" },
      }),
    );
    for (const name of ["react", "#app/http/remix.server.ts"])
      write(
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
      );
    const pairs = Object.values(planted).flat();
    for (const [, to] of pairs) write(to, "export const value = 1;\n");
    for (const [from, to, how] of pairs) {
      const name = to.startsWith("node_modules/")
        ? to.slice("node_modules/".length, -"/index.js".length)
        : `${"../".repeat(from.split("/").length - 1)}${to}`;
      const line = {
        type: `import type { value } from "${name}";\nexport type Value = typeof value;\n`,
        dynamic: `export const value = await import("${name}");\n`,
        value: `import { value } from "${name}";\nconsole.log(value);\n`,
      }[how ?? "value"];
      write(from, line);
    }
    const { stdout } = spawnSync(
      join(root, "node_modules/.bin/depcruise"),
      [
        "app",
        "db",
        "emails",
        "tests",
        "--config",
        join(root, ".dependency-cruiser.cjs"),
        "--output-type",
        "json",
      ],
      { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 },
    );
    return JSON.parse(stdout).summary.violations;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("every rule of the layers catches a violation that is planted for it", () => {
  expect(Object.keys(planted).sort()).toEqual([...rules].sort());
  const violations = cruise();
  for (const [rule, pairs] of Object.entries(planted)) {
    const caught = violations
      .filter((violation) => violation.rule.name === rule)
      .flatMap(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)]);
    // A rule of folders names the folder.
    for (const [from] of pairs)
      expect(
        caught.some((name) => name === from || name === dirname(from)),
        `${rule}: ${from}`,
      ).toBe(true);
  }
});
