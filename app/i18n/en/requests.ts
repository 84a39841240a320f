import { icu } from "./icu.ts";

/** Requests for personal data that organizers note for the page of transparency. */

export default {
  nav: "Requests",
  meta: "Requests received · Undersigned",
  title: "Requests received",
  text: "Who asked for personal data, and what you gave: as numbers, for the public page of transparency. Write nothing here that identifies a person, including whoever wrote to you.",
  publicPage: "The public page",
  form: {
    title: "Note a request",
    correctTitle: "Correct what was noted",
    correctText:
      "The page of transparency shows the new words and that they were corrected. What was noted before stays here.",
    kind: "Who asked",
    month: "Month in which it came",
    monthHint: "For example: 2026-11",
    received: "How many such requests",
    receivedHint: "One, unless several came in that month and got the same answer.",
    peopleAsked: "About how many people was data asked for?",
    peopleHint: "A number. Leave it empty if you cannot say.",
    answer: "What became of it",
    peopleGiven: "Of how many people was data given?",
    note: "What everybody may know of it",
    noteHint: "At most 500 characters, published as it is. No name, no address, no number of a file.",
    save: "Publish it",
    correct: "Publish the correction",
    cancel: "Leave it as it is",
  },
  kinds: {
    authority: "An authority or a court",
    person: "Somebody, about their own data",
    other: "Somebody else",
  } as Record<string, string>,
  answers: {
    open: "Not answered yet",
    refused: "Refused",
    partly: "Given in part",
    given: "Given",
  } as Record<string, string>,
  list: "Noted so far",
  line: (received: number) => icu("{received, plural, one {# request} other {# requests}}", { received }),
  people: (asked: number, given: number | null) =>
    given === null
      ? icu("Data of {asked, plural, one {# person} other {# people}} asked for", { asked })
      : icu(
          "Data of {asked, plural, one {# person} other {# people}} asked for, of {given, plural, =0 {nobody} one {#} other {#}} given",
          { asked, given },
        ),
  noted: (by: string, at: string) => `Noted by ${by}, ${at} UTC`,
  operator: "the operator",
  before: (count: number) => icu("Corrected {count, plural, =1 {once} other {# times}}", { count }),
  correct: "Correct",
  remove: {
    summary: "Take back",
    text: "It is not shown to anybody any more. The log keeps that you noted it and took it back.",
    button: "Take it back",
  },
  empty: {
    title: "None noted",
    text: "The page of transparency says so. When a request comes, note it here: how many, what was asked and what you gave.",
  },
  done: {
    noted: "Noted. The page of transparency shows it.",
    corrected: "Corrected. The page of transparency says so.",
    removed: "Taken back.",
  } as Record<string, string>,
  summary: "It was not noted",
  problems: {
    "bad-kind": "Say who asked",
    "bad-answer": "Say what became of it",
    "bad-day": "Write the month as a year and a month, like 2026-11, and not one to come",
    "bad-number": "Write a whole number from 1 to 100,000",
    "bad-people": "Write whole numbers; data cannot be given of more people than it was asked for",
    long: "Write at most 500 characters",
    personal:
      "There seems to be an address or a number of somebody in it. Everybody reads this: leave it out",
    unreadable: "Nothing was noted: the form could not be read.",
    gone: "It was corrected or taken back in the meantime.",
  } as Record<string, string>,
};
