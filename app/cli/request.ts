import {
  type DataRequest,
  type RequestProblem,
  requestAnswers,
  requestKinds,
  requestNoteAtMost,
} from "#app/domain/upkeep/retention/request.ts";
import { required, UsageError } from "./old.ts";

const text = { type: "string" } as const;

/** The options that say what a request was. */
export const requestOptions = {
  ...{ from: text, on: text, number: text, "people-asked": text, "people-given": text },
  ...{ answer: text, note: text },
} as const;

type Given = { [option in keyof typeof requestOptions]?: string | undefined };

/** A request as the options tell it: `--on` is a day or a month. */
export function readRequest({ from, on, number = "1", answer = "open", note, ...given }: Given): DataRequest {
  const kind = requestKinds.find((one) => one === required(from, "from"));
  if (!kind) throw new UsageError(`--from is one of ${requestKinds.join(", ")}`);
  const answered = requestAnswers.find((one) => one === answer);
  if (!answered) throw new UsageError(`--answer is one of ${requestAnswers.join(", ")}`);
  const day = required(on, "on");
  const people = (count: string | undefined) => (count === undefined ? null : Number(count));
  return {
    ...{ kind, answer: answered, note: note ?? null, received: Number(number) },
    receivedOn: /^\d{4}-\d\d$/.test(day) ? `${day}-01` : day,
    peopleAsked: people(given["people-asked"]),
    peopleGiven: people(given["people-given"]),
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

/** The id of a noted request. */
export function readRequestId(id: string | undefined): string {
  const given = required(id, "request");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given)) throw new UsageError("--request is an id");
  return given;
}
