import { parseAddress } from "#app/domain/base/address.ts";

/**
 * Returns one plain address in lower case, as an organizer's is stored and compared; else null. Keeps tags
 * and dots: an account belongs to exactly the mailbox named.
 */
export const organizerAddress = (input: string) => parseAddress(input)?.toLowerCase() ?? null;
