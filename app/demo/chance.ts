/** Numbers that look like chance and are the same in every run: the one between 0 and 1 that belongs to `n` and `salt`. */
export function chance(n: number, salt: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

/** One of a list. */
export function oneOf<T>(list: readonly T[], n: number, salt: number): T {
  const one = list[Math.floor(chance(n, salt) * list.length)];
  if (one === undefined) throw new Error("the list is empty");
  return one;
}
