/** Millionths of a share: the smallest part that is stated. */
export const micro = 1_000_000n;

/** Reads a decimal of at most six places as exact millionths. */
export function toMicro(shares: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(shares);
  if (!match) throw new Error("not a number of shares");
  return BigInt(match[1] ?? "0") * micro + BigInt((match[2] ?? "").padEnd(6, "0"));
}

/** Writes the shortest decimal string: `12.5`, `100`. */
export function fromMicro(millionths: bigint): string {
  const fraction = (millionths % micro)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,6}$/, "");
  return `${millionths / micro}${fraction && `.${fraction}`}`;
}
