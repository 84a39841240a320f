/** True for one plain address: no list, no name, no line end. What is none is never handed to a mail library. */
export const isOneAddress = (to: string) =>
  /^[^\s,;:<>"()[\]\\@]+@[^\s,;:<>"()[\]\\@]+$/.test(to) && !/\p{Cc}/u.test(to);
