import type { FieldError, TypedValues } from "#app/http/form.server.ts";
import { data } from "#app/http/remix.server.ts";

type Done =
  | "correct"
  | "hide"
  | "consent"
  | "withdraw"
  | "own-link"
  | "forget-link"
  | "link-mailed"
  | "link-has-one"
  | "link-suppressed"
  | "erase"
  | "hide-pledge"
  | "pledge-consents"
  | "withdraw-pledge"
  | "stop-reminders"
  | "withdraw-letter"
  | "withdraw-letter-in-pack"
  | "letter-handed-over"
  | "letter-choices"
  | "letter-self-sent"
  | "letter-not-self-sent"
  | "letter-end-news";

/** Answers what was done; null if nothing was left. */
export const done = (what: Done | null) =>
  data({ done: what, errors: [] as FieldError[], values: {} as TypedValues });

/** Answers what is wrong, and what was typed. */
export const refused = (errors: FieldError[], values: TypedValues) =>
  data({ done: null, errors, values }, { status: 422 });
