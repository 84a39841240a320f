/** The embedded server cannot be used; the message is one line that says what to do. */
export class EmbeddedServerError extends Error {}
