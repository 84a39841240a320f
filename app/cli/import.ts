import { setTimeout as wait } from "node:timers/promises";
import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { isAtWork } from "#app/domain/entries/imports/import.ts";
import { countOutcomes } from "#app/domain/entries/imports/outcomes.server.ts";
import { type FoundImport, findByNumber, findImport } from "#app/domain/entries/imports/queries.server.ts";
import { runImports } from "#app/domain/entries/imports/run-imports.server.ts";
import { words } from "#app/i18n/index.ts";
import type { Opened } from "./environment.ts";
import { CommandFailed, counted, required, UsageError } from "./old.ts";

type Which = { campaignId: number; publicId: string };

/** The import that `--import` names by its number. */
export async function requireImport(
  { db }: Opened,
  campaignId: number,
  option: string | undefined,
): Promise<Which & { organizerId: null }> {
  const text = required(option, "import");
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError("--import is the number of an import");
  const publicId = await findByNumber(db, { campaignId, number: Number(text) });
  if (publicId === null) throw new CommandFailed(`There is no import ${text} in this campaign.`);
  return { campaignId, publicId, organizerId: null };
}

/** Works until the import has ended what it is at, beside any worker that is at it already. */
export async function workUntilEnded({ db, env }: Opened, which: Which): Promise<FoundImport> {
  const never = new AbortController().signal;
  for (;;) {
    await runImports(db, env.keys, never);
    const found = await readImport(db, which);
    if (!isAtWork(found.state)) return found;
    if (await isFrozen(db, which.campaignId)) throw new CommandFailed("Exports of this campaign are frozen.");
    await wait(500);
  }
}

/** The import as it is now. */
export async function readImport(db: Opened["db"], which: Which): Promise<FoundImport> {
  const found = await findImport(db, which);
  if (!found) throw new CommandFailed("The import is gone.");
  return found;
}

/** What an import is, for programs, and in lines for people. */
export async function tellOf({ db }: Opened, found: FoundImport) {
  const say = words("en").imports;
  const outcomes = await countOutcomes(db, found.id);
  const { id: _id, mapping, reading, ...facts } = found;
  const lines = [
    `Import ${found.number}: ${say.states[found.state]}, ${counted(found.rows, "row", "rows")}, ${found.added} new, ${found.known} already here, ${found.refused} refused`,
    ...outcomes.map(({ outcome, rows }) => `  ${String(rows).padStart(9)}  ${say.outcomes[outcome]}`),
    ...(found.problem
      ? [`${say.problems[found.problem] ?? found.problem} ${say.onLine(found.problemLine)}`]
      : []),
    ...(found.state === "undone" ? [`${found.undone} removed, ${found.stay} stay.`] : []),
  ];
  return { outcome: { ...facts, mapping, columns: reading?.columns ?? null, outcomes }, lines };
}
