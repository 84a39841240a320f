/** Erasing a person who asked an organizer for it. */
export default {
  meta: "Erase a person · Undersigned",
  title: "Erase a person",
  text: "For somebody who asks by mail or letter that everything about them be erased. Make sure first that it is they who ask, for instance by an answer from the address itself. They can do it themselves at any time, on their own page.",
  link: "Somebody asks to be erased",
  toRequests: "Requests received",
  email: "Their e-mail address",
  emailHint:
    "The whole address. It is looked for in this campaign alone, and stands in no address and no log.",
  find: "Show what is held",
  found: (name: string) => name || "Somebody without a name",
  goes: "This is erased, everywhere and for good:",
  sorts: {
    signatures: "Signatures",
    pledges: "Pledges",
    letters: "Letters",
    consents: "Consents, given and taken back",
    mails: "Mails to them, with their files",
  },
  stays:
    "A confirmed signature goes on being counted, without anything that says whose it was. Pledges leave the totals. Letters that were handed over cannot be called back.",
  note: "Note it among the requests received, as a number",
  /** What the page of transparency says of it. */
  publicNote: "Asked to be erased, and was.",
  button: "Erase this person",
  proves:
    "You prove once more who you are. It cannot be undone. They are told by mail, once, at the address that is erased.",
  operator:
    "This cannot be done from this campaign alone. Ask the operator, who erases by the command “erase --email”.",
  done: {
    erased: "The person is erased, and was told by mail.",
    "erased-unmailed":
      "The person is erased. The mail that tells them could not be sent: tell them yourself.",
  } as Record<string, string>,
  refused: {
    unreadable: "Nothing was done: the form could not be read.",
    "no-address": "Write the whole e-mail address.",
    nobody: "This campaign holds nothing about this address.",
    gone: "Nothing was erased: this campaign holds nothing about this person any more, or it cannot be done from here.",
  } as Record<string, string>,
};
