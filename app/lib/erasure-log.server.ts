import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";

/** One line of the erasure log: a keyed hash and a time. */
export type ErasureLine = { keyId: string; addressHmac: string; erasedAt: string };

/** Appends one line and returns when it is on the disk. */
export async function appendErasure(path: string, line: ErasureLine): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a", 0o600);
  try {
    await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads the whole log. Throws where there is none, and on a line that is not a record. */
export async function readErasures(path: string): Promise<ErasureLine[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter(Boolean);
  return lines.map((line, index) => {
    const record = JSON.parse(line) as Partial<ErasureLine>;
    if (!record.keyId || !/^[0-9a-f]{64}$/.test(record.addressHmac ?? "") || !record.erasedAt) {
      throw new Error(`line ${index + 1} of the erasure log is not an erasure`);
    }
    return record as ErasureLine;
  });
}
