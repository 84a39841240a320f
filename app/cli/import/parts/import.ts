import { setTimeout as wait } from "node:timers/promises";
import { CommandFailed, counted, done, notDone, UsageError } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { found, option, required, text, textFile } from "#app/cli/options.ts";
import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { isAtWork } from "#app/domain/entries/imports/import.ts";
import { type FoundImport, findByNumber, findImport } from "#app/domain/entries/imports/queries.server.ts";
import { countOutcomes } from "#app/domain/entries/imports/running/outcomes.server.ts";
import { words } from "#app/i18n/index.ts";
import { runImports } from "#app/tasks/run-imports.ts";
import type { Db } from "#db/index.ts";

export const importNamed = found(
  required(
    option("N", "the import, by its number", (given, name) => {
      if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
      throw new UsageError(`--${name} must be the number of an import`);
    }),
  ),
  async ({ db, scope }, number) => {
    const publicId = await findByNumber(db, { campaignId: scope.campaignId, number });
    if (publicId === null) throw new CommandFailed(`There is no import ${number}. Run \`import list\`.`);
    return { ...scope, publicId };
  },
);

type Which = { campaignId: number; publicId: string };

/** Works on an import until its step has ended, together with any running worker. */
export async function workUntilEnded({ db, env }: Opened, which: Which): Promise<FoundImport> {
  const never = new AbortController().signal;
  for (;;) {
    await runImports({ db, keys: env.keys, stop: never });
    const found = await readImport(db, which);
    if (!isAtWork(found.state)) return found;
    if (await isFrozen(db, which.campaignId))
      throw new CommandFailed("The campaign is frozen: exports are stopped until `unfreeze --campaign S`.");
    await wait(500);
  }
}

/** Reads the import's current state. */
export async function readImport(db: Db, which: Which): Promise<FoundImport> {
  const found = await findImport(db, which);
  if (!found) throw new CommandFailed("The import no longer exists.");
  return found;
}

/** Ends a command with an import's state; `isDone` says whether that is what was asked for. */
export async function endImport({ db }: Pick<Opened, "db">, found: FoundImport, isDone = true) {
  const say = words("en").imports;
  const outcomes = await countOutcomes(db, found.id);
  const { id: _id, mapping, reading, ...facts } = found;
  return (isDone ? done : notDone)(
    { ...facts, mapping, columns: reading?.columns ?? null, outcomes },
    `Import ${found.number}: ${say.states[found.state]}, ${counted(found.rows, "row", "rows")}, ${found.added} new, ${found.known} already here, ${found.refused} refused`,
    ...outcomes.map(({ outcome, rows }) => `  ${String(rows).padStart(9)}  ${say.outcomes[outcome]}`),
    ...(found.problem
      ? [`${say.problems[found.problem] ?? found.problem} ${say.onLine(found.problemLine)}`]
      : []),
    ...(found.state === "undone" ? [`${found.undone} removed, ${found.stay} stay.`] : []),
  );
}

export const consentOptions = {
  consentText: text("T", "the consent text that people agreed to"),
  consentFile: textFile("a file with the consent text, instead of --consent-text"),
  consentSource: text("T", "where they agreed"),
  agreedOn: text("DAY", "when they agreed"),
};
