import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Command, optionName, UsageError } from "#app/cli/command.ts";
import { commands, help } from "#app/cli/commands.ts";

const folder = join(import.meta.dirname, "../../app/cli");
const loaded: [string, Command][] = await Promise.all(
  Object.entries(commands).map(async ([name, load]) => [name, await load()]),
);

/** The options that a command always needs. */
const neededBy = ({ options }: Command) =>
  Object.entries(options).flatMap(([key, { isRequired, isOperand }]) =>
    isRequired && !isOperand ? [optionName(key)] : [],
  );

const endOf = (name: string, command: Command, args: string[]): Promise<unknown> =>
  command.perform(name, args).catch((error) => error);

test("every file of a topic is a command of one shape, named by its path, or a table of them", async () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.includes("/") && file.endsWith(".ts") && !/(^|\/)(parts|process)\//.test(file),
  );
  const named = files.map(async (file) => {
    if (!file.endsWith("/acts.ts")) return file.replace(/^site\/|\.ts$/g, "").replaceAll("/", " ");
    const table: { default: object } = await import(join(folder, file));
    return Object.keys(table.default).map((verb) => `${file.replace("/acts.ts", "")} ${verb}`);
  });
  expect((await Promise.all(named)).flat().sort()).toEqual(Object.keys(commands).sort());
  for (const [name, command] of loaded) {
    expect(Object.keys(command), name).toEqual(["summary", "options", "perform"]);
    for (const [key, option] of Object.entries(command.options))
      expect(option.help, `${name} --${optionName(key)}`).toMatch(/^\S.*[^.\s]$/);
  }
});

test.each(loaded)("help lists %s in one line and shows each of its options", async (name, command) => {
  expect(command.summary).toMatch(/^\S.*[^.\s]$/);
  const listed = await help(name.split(" ")[0]);
  if (name.includes(" ")) expect(listed).toMatch(new RegExp(`^  ${name} +${escaped(command.summary)}$`, "m"));
  const own = await help(name);
  for (const key of Object.keys(command.options)) expect(own).toContain(command.options[key]?.help);
  expect(own).toContain("Exit codes: 0 done, 1 not done");
  expect(own).toContain("Every command takes --json");
});

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test.each(loaded)(
  "%s refuses an option that it does not know, before it opens anything",
  async (name, command) => {
    const ended = await endOf(name, command, ["--frobnicate"]);
    expect(ended, String((ended as Error).stack)).toBeInstanceOf(UsageError);
    expect((ended as Error).message).toContain("--frobnicate");
  },
);

test("what is given without a name is no option, and options may come before it", async () => {
  const [, verifyPack] = loaded.find(([name]) => name === "verify-pack") as [string, Command];
  expect(await endOf("verify-pack", verifyPack, ["--file", "pack.zip"])).toMatchObject({
    message: "Unknown option '--file'",
  });
  expect(await endOf("verify-pack", verifyPack, ["--key", "short", "pack.zip"])).toMatchObject({
    message: "--key must be a public key, 32 bytes in base64 or hex",
  });
});

test("a wrong option is refused before any file is read", async () => {
  const [, edit] = loaded.find(([name]) => name === "dispatch edit") as [string, Command];
  const args = ["--campaign", "c", "--dispatch", randomUUID(), "--body-file", "/nowhere", "--names", "maybe"];
  expect(await endOf("dispatch edit", edit, args)).toMatchObject({ message: "--names must be yes or no" });
});

test.each(loaded.filter(([, command]) => neededBy(command).length > 0))(
  "%s says which option is missing, in the order of its help",
  async (name, command) => {
    const ended = await endOf(name, command, ["--json"]);
    expect(ended, String((ended as Error).stack)).toBeInstanceOf(UsageError);
    expect((ended as Error).message).toBe(`--${neededBy(command)[0]} is required`);
  },
);
