import type { Mailing } from "../deliveries/mailing.ts";
import type { NotReady } from "./update.ts";

const isExample = (sender: string) => /@example\.|@localhost|\.example>?$/.test(sender);

/**
 * What every update must carry and is not set: a postal address, a sender, and an address that links of
 * the mail lead to. Where no mail can leave the machine, marked examples stand in for them.
 */
export function missingForUpdates(
  { postalAddress }: { postalAddress: string | null },
  { from, localMode, rehearsal }: Pick<Mailing, "from" | "localMode" | "rehearsal">,
): NotReady[] {
  if (rehearsal) return [];
  return [
    ...(postalAddress?.trim() ? [] : (["postal-address"] as const)),
    ...(isExample(from) ? (["sender"] as const) : []),
    ...(localMode ? (["base-url"] as const) : []),
  ];
}
