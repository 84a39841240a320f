const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const listed = (names: readonly string[]) => new Intl.ListFormat("en").format([...names]);

/** Names of what needs approval. `n`: its number. */
const things = {
  update: (n: number) => `update ${digits(n)}`,
  dispatch: (n: number) => `dispatch ${digits(n)}`,
  reply: (n: number) => `the company’s reply to dispatch ${digits(n)}`,
  pack: (n: number) => `pack ${digits(n)}`,
  "hand-over": (n: number) => `the handover of pack ${digits(n)}`,
  petition: () => "a petition text",
  notice: (n: number) => `the notice to earlier signers about petition version ${digits(n)}`,
  bulk: (n: number) => `bulk invalidation ${digits(n)}`,
  closing: () => "closing the campaign",
  companies: () => "other companies",
  result: (year: number) => `the result of the meeting of ${year}`,
};

/** Requests for approval, reasons for sending back, and tasks on the overview. */
export default {
  thing: (kind: keyof typeof things, number: number | null) => things[kind](number ?? 0),

  /** To those who may approve. No subject names the thing, and no email holds it. */
  askedMail: {
    subject: "Your approval is needed",
    preview: "Nothing goes out until you decide.",
    intro: (name: string, by: string | null, what: string, title: string) =>
      by === null
        ? `${name}, you are asked to approve ${what} in the campaign “${title}”. It needs a second person.`
        : `${by} asks you, ${name}, to approve ${what} in the campaign “${title}”. It needs a second person.`,
    next: "Read it, then approve it or tell its author what to change. One approval is enough; others got this email too.",
    button: "Read and decide",
    reason: "Sent because you may approve in this campaign. You get one email per request.",
  },

  /** To the author, or the person who asked for approval. */
  sentBackMail: {
    subject: "Changes needed before approval",
    preview: "The approver says what to change.",
    intro: (name: string, by: string | null, what: string, title: string) =>
      `${by ?? "The operator"} sent ${what} in the campaign “${title}” back to you, ${name}.`,
    next: "Make the changes and ask for approval again. Your overview shows the reason until then.",
    button: "Make the changes",
    reason: "Sent because you wrote it or asked for its approval.",
  },

  /** To those who were asked and no longer need to decide. */
  withdrawnMail: {
    subject: "Your approval is no longer needed",
    preview: "The request was withdrawn. Nothing to do.",
    intro: (name: string, by: string | null, what: string, title: string) =>
      by === null
        ? `${name}, you were asked to approve ${what} in the campaign “${title}”. The request was withdrawn.`
        : `${by} asked you, ${name}, to approve ${what} in the campaign “${title}”. The request was withdrawn.`,
    next: "If someone asks again, you get another email.",
    button: "See what became of it",
    reason: "Sent because you were asked to approve it.",
  },

  asked: {
    nobody: "No email asked for approval: there was no other approver.",
    by: (names: readonly string[]) => `Asked by email: ${listed(names)}.`,
    later: (name: string, time: string) =>
      `${name} will be asked at ${time} UTC, once their approval counts.`,
    lost: (names: readonly string[]) => `The email did not reach ${listed(names)}. Ask in person.`,
  },
  sentBack: {
    heading: "Sent back",
    by: (who: string | null, time: string) => `${who ?? "The operator"}, ${time} UTC`,
    noReason: "The reason was erased when the campaign ended.",
    of: (what: string) => `Sent back: ${what}`,
    done: "Mark as resolved",
    doneText: "This removes it from your overview.",
  },
  sendBack: {
    title: "Send back",
    heading: (what: string) => `Send back ${what}`,
    summary: "Send it back",
    label: "What needs to change?",
    hint: "The author gets this by email and sees it in the console.",
    button: "Send it back to its author",
    problem: "It was not sent back",
    errors: {
      "reason-missing": "Say what needs to change.",
      "reason-long": "Use 1,000 characters or fewer.",
      marks: "Use fewer accents and marks on each letter.",
    } as Record<string, string>,
  },
  /** The page for sending one thing back. */
  page: {
    back: "Open it",
    own: "You contributed to it, so someone else decides.",
    noRight: "You cannot approve it, so you cannot send it back.",
  },
  done: {
    "sent-back": "Sent back. Its author gets an email with the reason.",
    settled: "Removed from your overview.",
  } as Record<string, string>,
  refused: {
    "not-waiting": "Not sent back: it was approved, withdrawn or sent back after you opened this page.",
    own: "Not sent back: you contributed to it, so someone else decides. If you asked for approval, withdraw the request on its page.",
    "may-not": "Nothing was sent back: you cannot approve it now.",
    gone: "Nothing changed: someone has already resolved it.",
  } as Record<string, string>,
  /** On the overview, to its author. */
  returned: {
    kind: "Sent back",
    line: (by: string | null, what: string, at: string) =>
      `${by ?? "The operator"} sent back ${what}, ${at}.`,
    open: "Read why",
  },
  waiting: {
    kind: "Approval",
    line: (by: string | null, what: string, since: string) =>
      by === null
        ? `Your approval is needed: ${what}, since ${since}.`
        : `${by} asks for your approval: ${what}, since ${since}.`,
    open: "Read and decide",
  },
};
