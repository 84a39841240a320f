import { type Command, optionName } from "./command.ts";

/**
 * A file in a topic's folder is a command, and its path is its name: `review/bulk/list.ts` is `review bulk
 * list`. Commands in `site` are called by their verb alone. `parts` are shared by commands, `process` runs
 * the product.
 */
const files = import.meta.glob(["./*/**/*.ts", "!./**/parts/**", "!./process/**", "!./*/acts.ts"], {
  import: "default",
}) as Record<string, () => Promise<Command>>;
/** The commands of a topic that are also buttons of the console, by their verbs. */
const tables = import.meta.glob("./*/acts.ts", { eager: true, import: "default" }) as Record<
  string,
  Record<string, Command>
>;
const nameOf = (file: string) => file.replace(/^\.\/(?:site\/)?|\.ts$/g, "").replaceAll("/", " ");

/** Sorts commands of one word first. */
const placeOf = (name: string) => (name.includes(" ") ? name : ` ${name}`);

export const commands: Record<string, () => Promise<Command>> = Object.fromEntries(
  [
    ...Object.entries(files).map(([file, load]) => [nameOf(file), load] as const),
    ...Object.entries(tables).flatMap(([file, verbs]) =>
      Object.entries(verbs).map(
        ([verb, made]) => [nameOf(file.replace(/acts(?=\.ts$)/, verb)), async () => made] as const,
      ),
    ),
  ].sort(([one], [other]) => (placeOf(one) < placeOf(other) ? -1 : 1)),
);

/** Lists the commands whose name is or begins with `about`; without it: all. */
export const listCommands = (about: string) =>
  Object.keys(commands).filter((name) => about === "" || `${name} `.startsWith(`${about} `));

/** Shows how to call a command, or a topic's; without either: all. */
export async function help(about = ""): Promise<string> {
  const command = await commands[about]?.();
  const lines = command
    ? [` ${usageOf(about, command)}`, "", command.summary, "", ...optionLines(command)]
    : [" <command> [options]", "", ...(about === "" ? topicLines() : await commandLines(about))];
  return `Usage: npm run cli --${lines.join("\n")}

\`help TOPIC\` explains the commands of a topic, \`help COMMAND\` the options of one. Every command takes --json and --help. In a pipe, use \`npm run -s cli -- …\` to silence npm.
Exit codes: 0 done, 1 not done (verify: something differs), 2 wrong usage, 3 wrong configuration.
`;
}

/** All commands by topic. */
function topicLines(): string[] {
  const verbs = new Map<string, string[]>();
  for (const name of Object.keys(commands)) {
    const [topic, verb] = name.includes(" ") ? name.split(/ (.*)/) : ["", name];
    verbs.set(topic ?? "", [...(verbs.get(topic ?? "") ?? []), verb ?? ""]);
  }
  const width = Math.max(...[...verbs.keys()].map((topic) => topic.length));
  return [...verbs].map(([topic, all]) => `  ${topic.padEnd(width)}  ${all.join(", ")}`);
}

/** One line for each command of a topic: its name and what it does. */
async function commandLines(about: string): Promise<string[]> {
  const names = listCommands(about);
  const width = Math.max(...names.map((name) => name.length));
  const all = await Promise.all(names.map((name) => commands[name]?.()));
  return names.map((name, n) => `  ${name.padEnd(width)}  ${all[n]?.summary}`);
}

type NamedOption = [string, Command["options"][string]];

const usual = (key: string, { hint, isOperand }: NamedOption[1]) =>
  isOperand ? hint : `--${optionName(key)}${hint === null ? "" : ` ${hint}`}`;

function usageOf(name: string, { options }: Command): string {
  const spelled = Object.entries(options).map(([key, option]) => {
    const once = usual(key, option);
    const whole = option.isRepeated ? `${once} …` : once;
    return option.isRequired ? whole : `[${whole}]`;
  });
  return [name, ...spelled].join(" ");
}

function optionLines({ options }: Command): string[] {
  const spelled = Object.entries(options).map(([key, option]) => [usual(key, option), option.help] as const);
  const width = Math.max(...spelled.map(([name]) => name?.length ?? 0));
  return spelled.map(([name, help]) => `  ${name?.padEnd(width)}  ${help}`);
}
