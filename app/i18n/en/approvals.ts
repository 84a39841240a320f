const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const listed = (names: readonly string[]) => new Intl.ListFormat("en").format([...names]);

/** What is to be approved, as people call it. `n`: its number. */
const things = {
  update: (n: number) => `update ${digits(n)}`,
  dispatch: (n: number) => `dispatch ${digits(n)} of letters`,
  reply: (n: number) => `the company’s reply to dispatch ${digits(n)}`,
  pack: (n: number) => `pack ${digits(n)}`,
  "hand-over": (n: number) => `the handover of pack ${digits(n)}`,
  petition: () => "a petition text",
  notice: (n: number) => `telling earlier signers about version ${digits(n)} of the petition`,
  bulk: (n: number) => `bulk invalidation ${digits(n)}`,
  "bulk-undo": (n: number) => `undoing bulk invalidation ${digits(n)}`,
  closing: () => "closing the campaign",
};

/** Asking for an approval, giving the reason why there is none, and what waits for whom. */
export default {
  thing: (kind: keyof typeof things, number: number | null) => things[kind](number ?? 0),

  /** To those who may approve. No subject names the thing, and no email holds it. */
  askedMail: {
    subject: "Your approval is needed",
    preview: "Your team waits for your decision.",
    intro: (name: string, by: string | null, what: string, title: string) =>
      by === null
        ? `${name}, please review this in the campaign “${title}”: ${what}. It needs the approval of a second person.`
        : `${name}, ${by} asks you to review this in the campaign “${title}”: ${what}. It needs the approval of a second person.`,
    next: "Open its page, read it, and approve it or tell its author what to change. Others who may approve got this email too; one approval is enough.",
    button: "Review it",
    reason: "Sent because you may approve in this campaign. You get one email each time somebody asks.",
  },

  /** To who wrote it or asked for its approval. */
  sentBackMail: {
    subject: "Sent back to you",
    preview: "It was not approved. The reason is in this email.",
    intro: (name: string, by: string | null, what: string, title: string) =>
      `${name}, ${by ?? "the operator"} sent this back to you in the campaign “${title}”: ${what}.`,
    next: "Change what needs changing and ask for approval again. The reason is on its page, too, and on your overview until you have dealt with it.",
    button: "Open its page",
    reason: "Sent because you wrote it or asked for its approval.",
  },

  /** To those who were asked, and need not decide anymore. */
  withdrawnMail: {
    subject: "Your approval is not needed anymore",
    preview: "The request was withdrawn. You do not have to do anything.",
    intro: (name: string, by: string | null, what: string, title: string) =>
      by === null
        ? `${name}, you were asked to approve this in the campaign “${title}”: ${what}. The request was withdrawn.`
        : `${name}, ${by} asked you to approve this in the campaign “${title}”: ${what}. The request was withdrawn.`,
    next: "You do not have to do anything. If somebody asks again, you get another email.",
    button: "Open its page",
    reason: "Sent because you were asked to approve it.",
  },

  asked: {
    nobody: "Nobody was asked by email: nobody else may approve it now.",
    by: (names: readonly string[]) => `Asked by email: ${listed(names)}.`,
    later: (name: string, time: string) => `${name} is asked at ${time} UTC, when their approval counts.`,
    lost: (names: readonly string[]) => `The email did not arrive: ${listed(names)}. Ask in person.`,
  },
  sentBack: {
    heading: "Sent back",
    by: (who: string | null, time: string) => `${who ?? "The operator"}, ${time} UTC`,
    noReason: "The reason was erased when the campaign ended.",
    /** Of what: `what` is a thing. */
    of: (what: string) => `Sent back: ${what}`,
    open: "Open its page",
    done: "I’ve dealt with it",
    doneText: "It is then off your overview.",
  },
  sendBack: {
    title: "Send something back",
    heading: (what: string) => `Send back ${what}`,
    summary: "Send it back",
    label: "What has to change?",
    hint: "The author gets this by email, and reads it in the console.",
    button: "Send it back to its author",
    problem: "It was not sent back",
    errors: {
      "reason-missing": "Say what has to change before you send it back.",
      "reason-long": "Use 1,000 characters or fewer.",
      marks: "Use fewer accents and marks on each letter.",
    } as Record<string, string>,
  },
  /** The page on which one thing is sent back. */
  page: {
    back: "Open its page",
    own: "You had a hand in it, so somebody else decides.",
    noRight: "You cannot approve it, so you cannot send it back.",
  },
  done: {
    "sent-back": "It is sent back. Its author gets an email with the reason.",
    settled: "Done. It is off your overview.",
  } as Record<string, string>,
  refused: {
    "not-waiting":
      "Nothing was sent back: it was approved, withdrawn or sent back after you opened this page.",
    own: "Nothing was sent back: you had a hand in it, so somebody else decides. If you asked for the approval, withdraw it on its page.",
    "may-not": "Nothing was sent back: you cannot approve it now, so you cannot send it back.",
    gone: "Nothing was changed: somebody has dealt with it already.",
  } as Record<string, string>,
  /** On the overview, to its author. */
  returned: {
    kind: "Sent back",
    line: (by: string | null, what: string, at: string) =>
      `${by ?? "The operator"} sent this back to you: ${what}, ${at}.`,
    open: "Read why",
  },
  /** On the overview. */
  waiting: {
    kind: "Approval",
    line: (by: string | null, what: string, since: string) =>
      by === null
        ? `Your approval is needed: ${what}, since ${since}.`
        : `${by} asks for your approval: ${what}, since ${since}.`,
    open: "Review it",
  },
};
