/** A note to the public with the count in the place of `{count}`, and the word that goes with it in the place of `{count|signature|signatures}`. */
export const fillNote = (note: string, count: number) =>
  note
    .replace(/\{count\|([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, many: string) => (count === 1 ? one : many))
    .replaceAll("{count}", new Intl.NumberFormat("en-GB").format(count));
