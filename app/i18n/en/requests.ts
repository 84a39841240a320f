import { atMost } from "./form-errors.ts";
import { icu } from "./icu.ts";

/** Data requests that organizers record for the transparency page. */

export default {
  nav: "Data requests",
  meta: "Data requests · Undersigned",
  title: "Data requests",
  text: "Requests for personal data, and what you gave: published as numbers on the transparency page. Write nothing that identifies a person.",
  publicPage: "Open the public page",
  form: {
    title: "Record a request",
    correctTitle: "Correct a request",
    correctText: "The transparency page shows the new text, marked as corrected. The earlier one stays here.",
    kind: "Who asked",
    month: "Month received",
    monthHint: "For example: 2026-11",
    received: "Number of requests",
    receivedHint: "Enter more than one only if they came that month and got the same answer.",
    peopleAsked: "People concerned, approximately",
    peopleHint: "Leave it empty if you cannot say.",
    answer: "Outcome",
    peopleGiven: "People whose data you gave",
    note: "Public note",
    noteHint: "At most 500 characters, published as is, without a name, address or case number.",
    save: "Publish the request",
    correct: "Publish the correction",
    cancel: "Cancel",
  },
  kinds: {
    authority: "An authority or a court",
    person: "Someone, about their own data",
    other: "Someone else",
  } as Record<string, string>,
  answers: {
    open: "Not answered yet",
    refused: "Refused",
    partly: "Given in part",
    given: "Given",
  } as Record<string, string>,
  list: "Recorded so far",
  line: (received: number) => icu("{received, plural, one {# request} other {# requests}}", { received }),
  people: (asked: number, given: number | null) =>
    given === null
      ? icu("Data of {asked, plural, one {# person} other {# people}} asked for", { asked })
      : icu(
          "Data of {asked, plural, one {# person} other {# people}} asked for, of {given, plural, =0 {nobody} one {#} other {#}} given",
          { asked, given },
        ),
  noted: (by: string, at: string) => `Recorded by ${by}, ${at} UTC`,
  operator: "the operator",
  before: (count: number) => icu("Corrected {count, plural, =1 {once} other {# times}}", { count }),
  correct: "Correct",
  remove: {
    summary: "Remove",
    text: "It leaves the transparency page. The log keeps both steps.",
    button: "Remove the request",
  },
  empty: {
    title: "No requests recorded",
    text: "The transparency page says so. When a request comes, record it here.",
  },
  done: {
    noted: "Published on the transparency page.",
    corrected: "Published on the transparency page, marked as corrected.",
    removed: "Removed.",
  } as Record<string, string>,
  summary: "Nothing was recorded yet",
  problems: {
    "bad-kind": "Choose who asked",
    "bad-answer": "Choose the outcome",
    "bad-day": "Enter a past or current month, like 2026-11",
    "bad-number": "Enter a whole number from 1 to 100,000",
    "bad-people": "Enter whole numbers; you cannot give data of more people than were asked about",
    long: atMost(500),
    personal: "This seems to hold someone’s address or number. Everyone reads it: leave that out",
    unreadable: "Nothing was recorded: the form could not be read.",
    gone: "It has been corrected or removed since.",
  } as Record<string, string>,
};
