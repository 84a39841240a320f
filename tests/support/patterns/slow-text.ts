import { type Attack, attacksOn, isBounded, textOf } from "./attack-regex.ts";
import { cpuAtMost, hostileLength, leastCpu } from "./cpu.ts";

/** Lengths of short texts. Quadratic time at the last and at a fifth is a 2,500th and a 25th of the whole. */
const short = [16, 20, 24, 28, 32, 48, 64, 96, 140, 200, 300, 600, hostileLength / 50] as const;
const fifth = hostileLength / 5;

/**
 * Finds a text of at most 100,000 characters that keeps an expression busy for more than 50 milliseconds, as
 * what it begins with, repeats and ends with; else null. It is tried at each place of a match, as replacing
 * and splitting do. Short texts go first, so that an expression that doubles its work by each character is
 * found before it takes for ever; what is quick at 2,000 or 20,000 characters is so at 100,000, even where it
 * is quadratic.
 */
export function slowText(regex: RegExp): (Attack & { length: number }) | null {
  if (isBounded(regex)) return null;
  const everywhere = new RegExp(regex.source, `${regex.flags.replace(/[gy]/g, "")}g`);
  // Little elapsed time means little processor time, which is slower to read.
  const cpu = (attack: Attack, length: number, enough: number) => {
    const text = textOf(attack, length);
    const began = performance.now();
    text.replace(everywhere, "");
    const passed = performance.now() - began;
    return passed <= enough ? passed : leastCpu(() => text.replace(everywhere, ""), enough);
  };
  for (const attack of attacksOn(regex)) {
    let took = 0;
    for (const length of short) {
      took = cpu(attack, length, cpuAtMost);
      if (took > cpuAtMost) return { ...attack, length };
    }
    if (took <= cpuAtMost / 2500) continue;
    // Cubic time, just below the bar at 2,000, would be a minute for a fifth.
    const twentieth = hostileLength / 20;
    if (cpu(attack, twentieth, cpuAtMost) > cpuAtMost) return { ...attack, length: twentieth };
    const ofFifth = cpu(attack, fifth, cpuAtMost / 25);
    if (ofFifth > cpuAtMost) return { ...attack, length: fifth };
    if (ofFifth <= cpuAtMost / 25) continue;
    if (cpu(attack, hostileLength, cpuAtMost) > cpuAtMost) return { ...attack, length: hostileLength };
  }
  return null;
}
