/** A database that cannot be brought up to date; the message is one line that says what to do. */
export class MigrationError extends Error {}
