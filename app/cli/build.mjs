import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const sources = ["app", "db", "emails", "public"];
const settings = ["package.json", "package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];

/**
 * Builds the product when `build/` is missing or was made from other sources, by the hash in `build/.stamp`.
 * Returns null, or what went wrong; writes nothing to standard output.
 */
export async function buildIfChanged(root, { say }) {
  const tool = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const built = () => existsSync(join(root, "build/server/index.js"));
  const isFresh = () => built() && read(join(root, "build/.stamp")) === hashSources(root);
  if (isFresh() || (built() && !existsSync(tool))) return null;
  if (!existsSync(tool)) {
    return "There is no build, and no tool to make one. Run `npm ci` with development packages.";
  }

  const unlock = await lock(root);
  try {
    if (isFresh()) return null;
    if (say) process.stderr.write("Building (the first time, and after changes)…\n");
    const stamp = hashSources(root);
    rmSync(join(root, "build/.stamp"), { force: true });
    const { code, output } = await run(tool, root);
    if (code !== 0) return `${output}\nThe build failed; see above.`;
    writeFileSync(join(root, "build/.stamp"), stamp);
    return null;
  } finally {
    unlock();
  }
}

/** Days for which pages opened before a build may request its files: longer than an organizer's session. */
const keptDays = 7;
const replaceable = ["assets", "fonts"];

/**
 * Keeps the files that an open page may still request, in `build/earlier`: call it before a build empties
 * `build/client`, and call its result afterwards. A file's time is when it was replaced.
 */
export function keepEarlier(root, now = new Date()) {
  const client = join(root, "build/client");
  const earlier = join(root, "build/earlier");
  const aside = join(root, "build/aside");
  const oldest = now.getTime() - keptDays * 86_400_000;
  // Files set aside by a build that failed are still there.
  for (const path of replaceable.flatMap((folder) => filesIn(client, folder))) copy(client, aside, path);

  return () => {
    for (const path of replaceable.flatMap((folder) => filesIn(aside, folder))) {
      if (existsSync(join(client, path))) continue;
      copy(aside, earlier, path);
      utimesSync(join(earlier, path), now, now);
    }
    rmSync(aside, { recursive: true, force: true });
    for (const path of replaceable.flatMap((folder) => filesIn(earlier, folder))) {
      const isNew = existsSync(join(client, path));
      if (isNew || statSync(join(earlier, path)).mtimeMs < oldest) rmSync(join(earlier, path));
    }
  };
}

const filesIn = (root, folder) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => join(folder, name)) : [];

function copy(from, to, path) {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  copyFileSync(join(from, path), join(to, path));
}

/** SHA-256 over names and contents of everything that the build uses. */
function hashSources(root) {
  const hash = createHash("sha256");
  const add = (path) => {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
  };
  for (const folder of sources.filter((name) => existsSync(join(root, name)))) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    for (const path of files.map((file) => join(file.parentPath ?? file.path, file.name)).sort()) {
      add(path.slice(root.length + 1));
    }
  }
  for (const path of settings.filter((name) => existsSync(join(root, name)))) add(path);
  return hash.digest("hex");
}

function run(tool, root) {
  return new Promise((resolve) => {
    // Under vitest, the configuration leaves Remix out.
    const environment = { ...process.env, NODE_ENV: "production", VITEST: "" };
    const child = spawn(process.execPath, [tool, "vite:build"], { cwd: root, env: environment });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Allows one build at a time: the next one waits, and then finds nothing left to build. */
async function lock(root) {
  const folder = join(root, ".cache");
  const file = join(folder, "build.lock");
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = Number(read(file));
      if (holder && !isAlive(holder)) rmSync(file, { force: true });
      else await pause(200);
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
