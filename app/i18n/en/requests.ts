import { atMost } from "./form-errors.ts";

/** Requests for personal data that organizers record and answer. */

export default {
  nav: "Data requests",
  meta: "Data requests · Undersigned",
  title: "Data requests",
  text: "Requests for personal data, and when they are due. The transparency page says how many there were, and how many are open.",
  publicPage: "Open the public page",
  form: {
    title: "Record a request",
    received: "Received on",
    due: "Due on",
    dueHint: "Empty means a month later.",
    note: "Note",
    noteHint: "Who asks for what, without a name, address or case number: it stays after an erasure.",
    save: "Record the request",
  },
  list: "Recorded so far",
  days: (received: string, due: string) => `Received ${received}, due ${due}`,
  open: "Open",
  overdue: "Overdue",
  doneOn: (day: string) => `Done ${day}`,
  by: (name: string) => `Recorded by ${name}`,
  operator: "the operator",
  finish: "Mark as done today",
  remove: {
    summary: "Remove",
    text: "For a request recorded in error. The log keeps its days.",
    button: "Remove the request",
  },
  empty: { title: "No requests recorded", text: "When a request comes, record it here." },
  done: { noted: "Recorded.", done: "Marked as done.", remove: "Removed." } as Record<string, string>,
  summary: "Nothing was recorded yet",
  problems: {
    "bad-received": "Enter the day it arrived, not a future one",
    "bad-due": "Enter a day no earlier than the day it arrived",
    "no-note": "Write who asks for what",
    long: atMost(500),
    personal: "This seems to hold someone’s address or number: leave that out",
    unreadable: "Nothing was recorded: the form could not be read.",
    gone: "It was done or removed since.",
  } as Record<string, string>,
};
