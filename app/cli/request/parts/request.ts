import type { Given } from "#app/cli/command.ts";
import { oneOf, otherwise, required, text } from "#app/cli/options.ts";
import {
  type DataRequest,
  type RequestProblem,
  requestAnswers,
  requestKinds,
  requestNoteAtMost,
} from "#app/domain/upkeep/retention/request.ts";

/** What a request for personal data was, as options. */
export const requestOptions = {
  from: required(oneOf(requestKinds, "who asked")),
  on: required(text("MONTH", "when, a month like 2026-11 or a day")),
  number: otherwise(text("N", "how many requests"), "1"),
  peopleAsked: text("N", "how many people it was about"),
  peopleGiven: text("N", "about how many of them data was given"),
  answer: otherwise(oneOf(requestAnswers, "the answer"), "open"),
  note: text("T", "a note, which is published"),
};

/** A request as the options tell it: `--on` is a day or a month. */
export function readRequest({
  from,
  on,
  number,
  answer,
  note,
  ...given
}: Given<typeof requestOptions>): DataRequest {
  const people = (count: string | undefined) => (count === undefined ? null : Number(count));
  return {
    kind: from,
    answer,
    note: note ?? null,
    received: Number(number),
    receivedOn: /^\d{4}-\d\d$/.test(on) ? `${on}-01` : on,
    peopleAsked: people(given.peopleAsked),
    peopleGiven: people(given.peopleGiven),
  };
}

/** Which option was wrong, and how it is written. */
export const requestProblems: Record<RequestProblem, string> = {
  "bad-day": "--on is a month like 2026-11 or a day like 2026-11-24, not after today",
  "bad-number": "--number is a whole number from 1 to 100000",
  "bad-people": "--people-asked and --people-given are whole numbers, the second not above the first",
  long: `--note has 1 to ${requestNoteAtMost} characters`,
  personal: "--note is published: leave addresses and numbers of people out",
};
