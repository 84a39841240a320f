import type { Commands } from "./command.ts";
import { accountability } from "./commands/accountability.ts";
import { campaigns } from "./commands/campaigns.ts";
import { database } from "./commands/database.ts";
import { exports } from "./commands/exports.ts";
import { imports } from "./commands/imports.ts";
import { letters } from "./commands/letters.ts";
import { meetings } from "./commands/meetings.ts";
import { names } from "./commands/names.ts";
import { pledges } from "./commands/pledges.ts";
import { processes } from "./commands/processes.ts";
import { review } from "./commands/review.ts";
import { team } from "./commands/team.ts";
import { updates } from "./commands/updates.ts";
import { words } from "./commands/words.ts";

/** Commands by what they are about, in the order that `help` prints them. */
const topics: Record<string, Commands> = {
  "The processes": processes,
  "Organizers, approvals, the panic switch and tokens": team,
  Campaigns: campaigns,
  "What a campaign says": words,
  "Signatures and files": exports,
  Imports: imports,
  "Signatures that are held back": review,
  "Names and comments": names,
  Updates: updates,
  "Letters to the company": letters,
  "Meetings and figures": meetings,
  "Pledges and co-filers": pledges,
  "The log and requests": accountability,
  "All that is stored": database,
};

/** Every command of the operator, topic by topic. */
export const commands: Commands = Object.assign({}, ...Object.values(topics));

/** The commands of that name, or whose first word it is; without one: all. */
export const listCommands = (about: string) =>
  Object.entries(commands).filter(([name]) => about === "" || `${name} `.startsWith(`${about} `));

/** How to call what `listCommands` lists. */
export const help = (about = "") => {
  const shown = listCommands(about);
  const width = Math.max(...shown.map(([name]) => name.length));
  const lineOf = ([name, { summary }]: (typeof shown)[number]) => `  ${name.padEnd(width)}  ${summary}`;
  const lines =
    about === ""
      ? Object.entries(topics).flatMap(([topic, theirs], n) => [
          ...(n > 0 ? [""] : []),
          topic,
          ...Object.entries(theirs).map(lineOf),
        ])
      : shown.map(lineOf);
  return `Usage: npm run cli -- <command> [options]

${lines.join("\n")}

\`help WORD\` lists the commands that begin with a word. Every command takes --json. Through a pipe, write \`npm run -s cli -- …\`, so that npm stays silent.
Exit codes: 0 done, 1 not done (verify: something differs), 2 wrong usage, 3 wrong configuration.
`;
};
