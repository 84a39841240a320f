import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Makes a disk of this size in memory, which goes with the test. Only root may; for others it skips the test.
 */
export function aSmallDisk(skip: (why: string) => never, size: string): string {
  if (process.getuid?.() !== 0) skip("only root may mount a small disk");
  const folder = mkdtempSync(join(tmpdir(), "undersigned-disk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=0700`, "none", folder], { stdio: "pipe" });
  } catch (error) {
    skip(`a small disk cannot be mounted here: ${(error as Error).message}`);
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
}
