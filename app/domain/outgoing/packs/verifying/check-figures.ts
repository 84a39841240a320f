import type { PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import { manifestFile } from "#app/domain/outgoing/packs/pack.ts";
import { readPackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import type { Find } from "./read-zip.server.ts";

export function checkFigures({ signatures, letters, files, key }: PackManifest, find: Find): void {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const left = (of: { count: number }[]) => of.reduce((all, { count }) => all + count, 0);
  const wrong = (what: string) => find("figures", manifestFile, `Its figures do not add up: ${what}`);
  if (sum(signatures.byCountry) !== signatures.rows) wrong("signatures by country");
  if (sum(signatures.byPetitionVersion) !== signatures.rows) wrong("signatures by version of the petition");
  if (sum(letters.byState) !== letters.rows) wrong("letters by state");
  if (signatures.rows + left(signatures.leftOut) !== signatures.inAll) wrong("signatures left out");
  if (letters.rows + left(letters.leftOut) !== letters.inAll) wrong("letters left out");
  const rowsOf = (name: string) => files.find((file) => file.name === name)?.rows;
  if (rowsOf("signatures.csv") !== signatures.rows) wrong("rows of signatures.csv");
  if (rowsOf("letters.csv") !== letters.rows) wrong("rows of letters.csv");
  if (readPackKey(key.publicKey)?.id !== key.id) wrong("the id of the key");
}
