/** Matches a UUID as we write it; source of larger patterns. */
export const uuidPattern = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const uuid = RegExp(`^${uuidPattern}$`, "i");

/** Checks for what PostgreSQL reads as a UUID with hyphens, in either case. */
export const isUuid = (text: string): boolean => uuid.test(text);
