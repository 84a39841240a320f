// What a process used, according to Linux; null on other systems.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const ticksASecond = 100;

/** Sums the processor seconds of a process and all it started, ended ones included. */
export function processorSeconds(pid) {
  const stats = new Map();
  for (const name of list("/proc")) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : null;
    if (stat === null) continue;
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, part) => sum + part, 0);
    stats.set(Number(name), { parent: fields[1], ticks });
  }
  if (!stats.has(pid)) return null;
  let total = 0;
  for (const [found, { ticks }] of stats) {
    let at = found;
    while (at !== pid && stats.has(at)) at = stats.get(at).parent;
    if (at === pid) total += ticks;
  }
  return total / ticksASecond;
}

/** Returns the most memory a process held at once, in bytes, since its start or `forgetPeak`. */
export function peakMemory(pid) {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "");
  return found ? Number(found[1]) * 1024 : null;
}

/** Resets the peak; where that is not allowed it continues from the start of the process. */
export function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {}
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
