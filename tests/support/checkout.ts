import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { buildIfChanged } from "#app/cli/build.mjs";

const root = join(import.meta.dirname, "../..");

/** Makes a folder a checkout of the built product, whose site has its own embedded PostgreSQL. */
export async function makeCheckout(folder: string): Promise<void> {
  const problem = await buildIfChanged(root, { say: false });
  if (problem) throw new Error(problem);
  cpSync(join(root, "build"), join(folder, "build"), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  for (const name of ["node_modules", "db"]) symlinkSync(join(root, name), join(folder, name));
}
