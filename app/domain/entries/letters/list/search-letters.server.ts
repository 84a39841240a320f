import { sql } from "drizzle-orm";
import { searchByPerson } from "#app/domain/entries/search-by-person.server.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import type { ListedLetter } from "./letter-list.ts";
import { listedLetterColumns, toListedLetter } from "./list-letters.server.ts";

export type FoundLetters =
  | { outcome: "found"; letters: ListedLetter[]; more: boolean }
  /** Not an address, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Finds letters of this campaign by a whole address or a part of their writer's name; newest first. */
export async function searchLetters(db: Db, scope: ListScope, typed: string): Promise<FoundLetters> {
  const letters = {
    table: sql`letters`,
    row: sql`l`,
    person: sql`p`,
    columns: listedLetterColumns,
    ofScope: sql`l.campaign_id = ${scope.campaignId}`,
    allowed: maySeeNames(scope),
    isListed: sql`true`,
  };
  const found = await searchByPerson<ListedLetter>(db, letters, typed);
  if (!found) return { outcome: "too-short" };
  return { outcome: "found", letters: found.rows.map(toListedLetter), more: found.more };
}
