/** Returns whether `to` is one plain address. Anything else never reaches a mail library. */
export const isOneAddress = (to: string) =>
  /^[^\s,;:<>"()[\]\\@]+@[^\s,;:<>"()[\]\\@]+$/.test(to) && !/\p{Cc}/u.test(to);
