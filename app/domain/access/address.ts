import { parseAddress } from "#app/domain/base/address.ts";

/**
 * An organizer's address as it is stored and compared: one plain address in lower case. Tags and dots
 * stay, because an account belongs to exactly the mailbox that was named. Null when it is none.
 */
export const organizerAddress = (input: string) => parseAddress(input)?.toLowerCase() ?? null;
