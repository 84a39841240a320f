import { icu } from "./icu.ts";

/** What everybody may know of how a campaign treats what it holds. */
export default {
  title: "Transparency",
  standfirst:
    "What this campaign holds about people, for how long, who has asked for it, and what was exported or removed. Numbers, and no names.",
  closed: {
    heading: "This campaign is closed",
    on: (day: string) => `Nobody can sign, pledge or write any more since ${day}.`,
    erases: (day: string) =>
      `Names, addresses, comments, letters and holdings are erased on ${day}. The counts and what the campaign published stay.`,
    erased: (day: string) =>
      `Names, addresses, comments, letters and holdings were erased on ${day}. The counts and what the campaign published stay.`,
  },
  kept: {
    heading: "For how long",
    intro: "Everything below is deleted automatically after the time shown.",
    what: {
      unconfirmed: "A signature, pledge or letter that nobody confirmed",
      traces:
        "What a request to sign shows, to tell people from programs: scrambled forms of the network, the e-mail address and the name; in no backup",
      imports: "The file of a list that an organizer handed in to be imported, after the last step",
      mailEvents:
        "What the e-mail provider reports of an e-mail: what happened and when, without the address",
      addressKeys:
        "The key, new each day, that scrambles networks in the log of what organizers do. Without it nobody can find out which network an entry came from",
      keptExports: "The file of an export that an organizer had prepared",
      sessions: "An organizer’s session, at most",
      ceremonies: "A code or passkey request with which an organizer signs in",
      closed: "Names, addresses, comments, letters and holdings, after the campaign has closed",
    } as Record<string, string>,
    columns: { what: "What", period: "Kept" },
    period: (period: number, unit: "hours" | "days" | "months") =>
      icu(
        "{unit, select, hours {{period, plural, one {# hour} other {# hours}}} days {{period, plural, one {# day} other {# days}}} other {{period, plural, one {# month} other {# months}}}}",
        { period, unit },
      ),
    more: "What is held, who gets it and what stays after an erasure:",
    privacy: "the page on privacy",
  },
  requests: {
    heading: "Requests received",
    none: "None so far: the organizers have noted no request by an authority or by anybody else.",
    text: "Requests that reached the organizers, as they noted them:",
    total: (authority: string, person: string, other: string) =>
      `So far: ${authority} by authorities or courts, ${person} by people about their own data, ${other} by anybody else.`,
    line: (received: number, from: string) =>
      icu("{received, plural, one {# request} other {# requests}} by {from}", { received, from }),
    people: (asked: string, given: string | null) =>
      `Data of about ${asked} people was asked for${given === null ? "" : `; it was given of ${given}`}.`,
    answer: (answer: string) => `Answer: ${answer}.`,
    corrected: (day: string) => `Corrected on ${day}.`,
    kinds: {
      authority: "an authority or a court",
      person: "somebody, about their own data",
      other: "somebody else",
    } as Record<string, string>,
    answers: {
      open: "not answered yet",
      refused: "refused",
      partly: "given in part",
      given: "given",
    } as Record<string, string>,
    erasures: (count: number) =>
      icu(
        "{count, plural, =0 {No signer has erased their data so far; everyone can, at any time, without asking.} one {# signer has erased their data, without asking anybody.} other {# signers have erased their data, without asking anybody.}}",
        { count },
      ),
  },
  exports: {
    heading: "Lists exported by organizers",
    none: "No organizer has exported a list of people so far.",
    text: "Each export is recorded with who took it. How many there were:",
    columns: { month: "Month", files: "Exports" },
    handedOver: "Names that went to the company with letters are counted elsewhere: see",
    letters: "what was handed over",
  },
  invalidations: {
    heading: "Signatures removed in bulk",
    none: "None so far.",
    line: (day: string, signatures: string) => `${day}: ${signatures} signatures`,
  },
  words: {
    heading: "What was said, and changed",
    petition: "The petition in all its versions",
    corrections: "Corrections",
  },
  seal: {
    heading: "The log behind this page",
    text: "What organizers and operators do is written into a log in which nothing can be changed, and which is sealed every five minutes. Whoever notes the newest seal can prove later that nothing before it was altered.",
    newest: (id: number, at: string) => `Seal ${id}, made ${at} UTC:`,
    none: "There is no seal yet.",
  },
  footer: "Transparency",
};
