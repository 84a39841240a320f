// What a process used, as Linux tells it; null on other systems.
import { readFileSync, writeFileSync } from "node:fs";

const ticksASecond = 100;

/** Seconds of processor time since the process began. */
export function processorSeconds(pid) {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
}

/** The most memory the process held at once, in bytes, since it began or since `forgetPeak`. */
export function peakMemory(pid) {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "");
  return found ? Number(found[1]) * 1024 : null;
}

/** Lets the peak begin anew; where that is not allowed it goes on from the start of the process. */
export function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {}
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
