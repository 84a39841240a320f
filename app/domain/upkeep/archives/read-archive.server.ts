import { createHash, type Hash } from "node:crypto";
import { readTar } from "#app/lib/tar.server.ts";
import { ArchiveManifest, manifestName } from "./manifest.ts";

export type ArchiveCheck =
  | { outcome: "whole"; manifest: ArchiveManifest }
  | { outcome: "damaged"; problem: string };

/** Reads an archive to its end and compares every table with what its manifest says. Changes nothing. */
export async function checkArchive(source: AsyncIterable<Buffer>): Promise<ArchiveCheck> {
  const found = new Map<string, { hash: Hash }>();
  let manifest: ArchiveManifest | undefined;
  try {
    for await (const { name, content } of readTar(source)) {
      if (name === manifestName) manifest = ArchiveManifest.parse(JSON.parse(content.toString("utf8")));
      else hashOf(found, tableOf(name)).update(content);
    }
  } catch (error) {
    return { outcome: "damaged", problem: (error as Error).message };
  }
  if (!manifest) return { outcome: "damaged", problem: "it has no manifest" };

  for (const { name, sha256 } of manifest.tables) {
    if (hashOf(found, name).digest("hex") !== sha256) {
      return { outcome: "damaged", problem: `the rows of ${name} are not those of the manifest` };
    }
    found.delete(name);
  }
  const [stranger] = found.keys();
  if (stranger) return { outcome: "damaged", problem: `the manifest does not know ${stranger}` };
  return { outcome: "whole", manifest };
}

/** Returns the table of a file `table/000001.copy`. */
export const tableOf = (name: string) => name.split("/")[0] ?? "";

function hashOf(found: Map<string, { hash: Hash }>, table: string): Hash {
  const entry = found.get(table) ?? { hash: createHash("sha256") };
  found.set(table, entry);
  return entry.hash;
}
