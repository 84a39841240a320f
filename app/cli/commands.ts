import type { Commands } from "./command.ts";
import { accountability } from "./commands/accountability.ts";
import { campaigns } from "./commands/campaigns.ts";
import { database } from "./commands/database.ts";
import { exports } from "./commands/exports.ts";
import { imports } from "./commands/imports.ts";
import { letters } from "./commands/letters.ts";
import { meetings } from "./commands/meetings.ts";
import { names } from "./commands/names.ts";
import { processes } from "./commands/processes.ts";
import { review } from "./commands/review.ts";
import { team } from "./commands/team.ts";
import { updates } from "./commands/updates.ts";
import { words } from "./commands/words.ts";

/** Every command of the operator, topic by topic, in the order that `help` prints them. */
export const commands: Commands = {
  ...processes,
  ...team,
  ...campaigns,
  ...words,
  ...exports,
  ...imports,
  ...review,
  ...names,
  ...updates,
  ...letters,
  ...meetings,
  ...accountability,
  ...database,
};

/** The commands of that name, or whose first word it is; without one: all. */
export const listCommands = (about: string) =>
  Object.entries(commands).filter(([name]) => about === "" || `${name} `.startsWith(`${about} `));

/** How to call what `listCommands` lists. */
export const help = (about = "") => {
  const shown = listCommands(about);
  const width = Math.max(...shown.map(([name]) => name.length));
  const lines = shown.map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run cli -- <command> [options]

${lines.join("\n")}

Every command takes --json. Through a pipe, write \`npm run -s cli -- …\`, so that npm stays silent.
Exit codes: 0 done, 1 not done (verify: something differs), 2 wrong usage, 3 wrong configuration.
`;
};
