/** ZIP prefixes (first three digits): where each state's range ends. Gaps belong to none. */
const pairs = (
  "005 NY 007 PR 008 VI 009 PR 027 MA 029 RI 038 NH 049 ME 054 VT 055 MA 059 VT 069 CT 089 NJ 098 AE " +
  "149 NY 196 PA 199 DE 200 DC 201 VA 205 DC 219 MD 246 VA 268 WV 289 NC 299 SC 319 GA 339 FL 340 AA " +
  "349 FL 369 AL 385 TN 397 MS 399 GA 427 KY 459 OH 479 IN 499 MI 528 IA 549 WI 567 MN 569 DC 577 SD " +
  "588 ND 599 MT 629 IL 658 MO 679 KS 693 NE 714 LA 729 AR 732 OK 733 TX 749 OK 799 TX 816 CO 831 WY " +
  "838 ID 847 UT 865 AZ 884 NM 885 TX 898 NV 961 CA 966 AP 968 HI 969 GU 979 OR 994 WA 999 AK"
).split(" ");
const runs = pairs.flatMap((word, n) =>
  n % 2 === 0 ? [{ upTo: Number(word), state: pairs[n + 1] ?? "" }] : [],
);

/** Returns the state, territory or military area of a ZIP code by its first three digits; else null. */
export function stateOfZip(zip: string): string | null {
  const prefix = /^(\d{3})\d{2}(-?\d{4})?$/.exec(zip.trim())?.[1];
  if (prefix === undefined || Number(prefix) < 5) return null;
  return runs.find(({ upTo }) => Number(prefix) <= upTo)?.state ?? null;
}
