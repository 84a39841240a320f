import type { Given } from "#app/cli/command.ts";
import { oneOf, otherwise, required, text } from "#app/cli/options.ts";
import {
  type DataRequest,
  type RequestProblem,
  requestAnswers,
  requestKinds,
  requestNoteAtMost,
} from "#app/domain/upkeep/retention/request.ts";

export const requestOptions = {
  from: required(oneOf(requestKinds, "who asked")),
  on: required(text("MONTH", "the month, like 2026-11, or the date")),
  number: otherwise(text("N", "how many requests"), "1"),
  peopleAsked: text("N", "how many people it asked about"),
  peopleGiven: text("N", "how many of them data was given about"),
  answer: otherwise(oneOf(requestAnswers, "the answer"), "open"),
  note: text("T", "a note; it is published"),
};

/** Reads a request from options: `--on` is a day or a month. */
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

/** The option for each problem, and how to write it. */
export const requestProblems: Record<RequestProblem, string> = {
  "bad-day": "--on must be a month like 2026-11 or a date like 2026-11-24, not in the future",
  "bad-number": "--number must be a whole number from 1 to 100000",
  "bad-people":
    "--people-asked and --people-given must be whole numbers, the second no larger than the first",
  long: `--note must have 1 to ${requestNoteAtMost} characters`,
  personal: "--note is published, so leave out addresses and numbers of people",
};
