// Where Debian's libfaketime is, which gives a process another clock.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Finds the library, where it is installed.
 *
 * @returns {string | undefined}
 */
export function findLibfaketime() {
  const folders = existsSync("/usr/lib") ? readdirSync("/usr/lib") : [];
  const installed = folders.map((folder) => join("/usr/lib", folder, "faketime/libfaketime.so.1"));
  return [process.env.LIBFAKETIME, ...installed].find((path) => path && existsSync(path));
}

/**
 * Shifts a process's clock, which runs on, by so many seconds: returns the variables. Timers keep the
 * machine's clock.
 *
 * @param {string} library
 * @param {number} seconds
 */
export const clockShiftedBy = (library, seconds) => ({
  LD_PRELOAD: library,
  FAKETIME: `${seconds < 0 ? "" : "+"}${seconds}`,
  FAKETIME_DISABLE_SHM: "1",
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
});
