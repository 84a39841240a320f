/** Returns a number from 0 to 1 that looks random and is the same in every run. */
export function chance(n: number, salt: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

/** Picks an element by `chance`. */
export function oneOf<T>(list: readonly T[], n: number, salt: number): T {
  const one = list[Math.floor(chance(n, salt) * list.length)];
  if (one === undefined) throw new Error("the list is empty");
  return one;
}
