import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "#app/cli/command.ts";
import { commands, help } from "#app/cli/commands.ts";

const names = Object.keys(commands);

/** Commands that run the site load what only a build has: tests/cli starts them for real. */
const needsBuild = ["start", "web"];
const loadable = names.filter((name) => !needsBuild.includes(name));

/** Options that the line of a command says it cannot do without: those that stand in no brackets and after no "with". */
const neededBy = (name: string) => {
  const line = (commands[name]?.summary ?? "").replace(/\[[^\]]*\]/g, "").replace(/with .*/, "");
  return [...line.matchAll(/--([a-z-]+) [A-Z]/g)].map(([, option]) => option ?? "");
};

async function endOf(name: string, args: string[]): Promise<unknown> {
  try {
    const command = await commands[name]?.load();
    return await command?.(args);
  } catch (error) {
    return error;
  }
}

test.each(names)("help tells of %s in one line", (name) => {
  const lines = help(name)
    .split("\n")
    .filter((line) => line.startsWith(`  ${name}  `));
  expect(lines).toHaveLength(1);
  expect(commands[name]?.summary).toMatch(/^\S.*[^.\s]$/);
  expect(help(name)).toContain("Exit codes: 0 done, 1 not done");
  expect(help(name)).toContain("Every command takes --json.");
});

test.each(loadable)("%s refuses an option that it does not know, before it opens anything", async (name) => {
  const file = name === "verify-pack" ? ["pack.zip"] : [];
  const ended = await endOf(name, [...file, "--frobnicate"]);
  expect(ended, String((ended as Error).stack)).toBeInstanceOf(UsageError);
  expect((ended as Error).message).toContain("--frobnicate");
});

test.each(loadable.filter((name) => neededBy(name).length > 0))(
  "%s says which option is missing, and that is in its line",
  async (name) => {
    const ended = await endOf(name, ["--json"]);
    expect(ended, String((ended as Error).stack)).toBeInstanceOf(UsageError);
    const [, missing] = /--([a-z-]+) /.exec((ended as Error).message) ?? [];
    expect(neededBy(name)).toContain(missing);
  },
);

test("every command knows --json, and every file that is a command is in the list", () => {
  const folder = join(import.meta.dirname, "../../app/cli");
  const topics = join(folder, "commands");
  const listed = readdirSync(topics)
    .map((file) => readFileSync(join(topics, file), "utf8"))
    .join("\n");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const source = readFileSync(join(folder, file), "utf8");
    if (!/export async function \w+\(args: string\[\]\): Promise<number>/.test(source)) continue;
    expect(listed, file).toContain(`"#app/cli/${file}"`);
    expect(source, `${file} reads its options by itself`).toMatch(/readOptions|readOn\w+\(args\)|parseArgs/);
  }
});
