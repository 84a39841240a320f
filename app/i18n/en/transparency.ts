import { icu } from "./icu.ts";

/** What everybody may know of how a campaign treats what it holds. */
export default {
  title: "Transparency",
  standfirst:
    "What data this campaign holds, how long it is kept, how often it was asked for, and what was exported or removed. Numbers only, no names.",
  closed: {
    heading: "This campaign is closed",
    on: (day: string) => `Signing, pledging and writing ended on ${day}.`,
    erases: (day: string) =>
      `Names, addresses, comments, letters and holdings will be erased on ${day}. Counts and published texts stay.`,
    erased: (day: string) =>
      `Names, addresses, comments, letters and holdings were erased on ${day}. Counts and published texts stay.`,
  },
  kept: {
    heading: "How long data is kept",
    intro: "A program deletes all of this after the time shown.",
    what: {
      unconfirmed: "Signatures, pledges and letters not confirmed, after our email that asks",
      traces:
        "Checks that signers are people: one-way codes for network, email address, and name; never in a backup",
      imports: "List files uploaded for import, after the last step",
      emailEvents: "What happened to each email and when, without the address",
      updateEmails: "Who got an update, after it ended",
      addressKeys: "Each day’s key for masking network addresses in the organizers’ log",
      keptExports: "Export files prepared for organizers",
      sessions: "Organizers’ sessions, at most",
      ceremonies: "Organizers’ sign-in codes and passkey requests",
      closed: "Names, addresses, comments, letters and holdings, after the campaign has closed",
    } as Record<string, string>,
    columns: { what: "Data", period: "Kept" },
    period: (period: number, unit: "hours" | "days" | "months") =>
      icu(
        "{unit, select, hours {{period, plural, one {# hour} other {# hours}}} days {{period, plural, one {# day} other {# days}}} other {{period, plural, one {# month} other {# months}}}}",
        { period, unit },
      ),
    more: "What is held, who gets it and what remains after erasure:",
    privacy: "privacy",
  },
  requests: {
    heading: "Data requests",
    line: (received: number, open: number) =>
      icu(
        "{received, plural, =0 {None so far.} one {The organizers noted # request for personal data; {open, plural, =0 {none is} one {# is} other {# are}} open.} other {The organizers noted # requests for personal data; {open, plural, =0 {none is} one {# is} other {# are}} open.}}",
        { received, open },
      ),
    erasures: (count: number) =>
      icu(
        "{count, plural, =0 {No signer has erased their data so far; anyone can at any time.} one {# signer has erased their data themselves.} other {# signers have erased their data themselves.}}",
        { count },
      ),
  },
  exports: {
    heading: "Lists exported",
    none: "No list of people has been exported so far.",
    text: "Every export is logged with who made it. Exports so far:",
    columns: { month: "Month", files: "Exports" },
    handedOver: "For names sent to the company with letters, see",
    letters: "what was delivered",
  },
  invalidations: {
    heading: "Signatures removed from the count in bulk",
    none: "None so far.",
    line: (day: string, signatures: string) => `${day}: ${signatures} signatures`,
  },
  words: {
    heading: "Published texts and corrections",
    petition: "The petition, all versions",
    corrections: "Corrections",
  },
  seal: {
    heading: "The log behind this page",
    text: "Actions by organizers and operators go into a permanent log. It is sealed every five minutes. Save the newest seal to prove later that nothing before it was changed.",
    newest: (id: number, at: string) => `Seal ${id}, made ${at} UTC:`,
    none: "No seal yet.",
  },
  footer: "Transparency",
};
