const day = 24 * 3_600_000;

/** A time some days from now; negative: ago. */
const daysFromNow = (days: number, now = new Date()) => new Date(now.getTime() + days * day);

/** Writes the UTC date some days from now, or ago, as forms and columns do: 2027-03-04. */
export const dateFromNow = (days: number, now = new Date()) =>
  daysFromNow(days, now).toISOString().slice(0, 10);
