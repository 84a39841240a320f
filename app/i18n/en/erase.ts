/** Erasing a person who asked an organizer for it. */
export default {
  meta: "Erase a person · Undersigned",
  title: "Erase a person",
  text: "First make sure the request is theirs, for example by a reply from that address. People can also erase their data on their own page.",
  link: "Erase someone’s data",
  toRequests: "Data requests",
  email: "Their email address",
  emailHint: "The full address, searched only in this campaign and never logged.",
  find: "Show their data",
  found: (name: string) => name || "Someone without a name",
  goes: "Will be erased for good:",
  sorts: {
    signatures: "Signatures",
    pledges: "Pledges",
    letters: "Letters",
    consents: "Consents, given and withdrawn",
    mails: "Emails to them, with attachments",
  },
  stays:
    "A confirmed signature stays in the count without any personal data. Pledges leave the totals. Delivered letters can’t be recalled.",
  note: "Count this as a data request",
  /** What the page of transparency says of it. */
  publicNote: "Asked for erasure; erased.",
  button: "Erase this person",
  proves: "This cannot be undone: you confirm it’s you, and they get one last email about it.",
  operator: "You can’t erase this person from here. Ask the operator to run “erase --email”.",
  done: { erased: "Erased. One last email tells them." } as Record<string, string>,
  refused: {
    unreadable: "Nothing erased: the form could not be read.",
    "no-address": "Enter the full email address.",
    nobody: "This campaign has no data on this address.",
    waits: "Their form is not stored yet. Try again soon.",
    gone: "Nothing erased: the data is already gone, or can’t be erased from this campaign.",
  } as Record<string, string>,
};
