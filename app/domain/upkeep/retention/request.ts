/** Who asks for personal data. */
export const requestKinds = ["authority", "person", "other"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** How a request was answered. */
export const requestAnswers = ["open", "refused", "partly", "given"] as const;
export type RequestAnswer = (typeof requestAnswers)[number];

/** Characters of the published note. */
export const requestNoteAtMost = 500;

/** A demand for personal data, in numbers: published on the transparency page. */
export type DataRequest = {
  kind: RequestKind;
  /** `YYYY-MM-DD`, not after today. Its month is published. */
  receivedOn: string;
  received: number;
  answer: RequestAnswer;
  /** About how many people data was requested, and of how many it was given; null: not stated. */
  peopleAsked: number | null;
  peopleGiven: number | null;
  /** Published with it. */
  note: string | null;
};

export type RequestProblem = "bad-day" | "bad-number" | "bad-people" | "long" | "personal";

const isDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
const isCount = (n: number, from: number, upTo: number) => Number.isInteger(n) && n >= from && n <= upTo;

/** An address, or as many digits as a phone or account number: the note is public. */
const personal = /[^\s@]@[^\s@]+\.[^\s@]|\d(?:[\s()./-]?\d){6}/;

/** Tells why a request cannot be noted; null where it can. */
export function problemOf(request: DataRequest, now: Date): RequestProblem | null {
  const { receivedOn, received, peopleAsked: asked, peopleGiven: given, note } = request;
  if (!isDay(receivedOn) || receivedOn > now.toISOString().slice(0, 10)) return "bad-day";
  if (!isCount(received, 1, 100_000)) return "bad-number";
  if (asked !== null && !isCount(asked, 0, 100_000_000)) return "bad-people";
  if (given !== null && (asked === null || !isCount(given, 0, asked))) return "bad-people";
  if (note === null) return null;
  if (note === "" || [...note].length > requestNoteAtMost) return "long";
  return personal.test(note) ? "personal" : null;
}
