import approving, { alone, ofRecorded } from "./approving.ts";
import { atMost, fewerMarks, sendAgain, unreadable } from "./form-errors.ts";
import { icu } from "./icu.ts";

const numbers = new Intl.NumberFormat("en-US");

/** Packs for a handover in person, and the name review before. */
export default {
  names: {
    title: "Names and comments",
    text: "What signers agreed to share. Names appear only if the check finds a problem, comments always. The signature counts either way.",
    tabs: "Names and comments by decision",
    states: { queued: "To decide", asked: "Asked", hidden: "Left out", kept: "Approved" },
    kinds: { name: "Names", comment: "Comments" },
    filter: {
      kind: "Kind",
      both: "Names and comments",
      reason: "Reason",
      any: "All, with or without a reason",
      held: "All with a reason",
      show: "Filter the list",
    },
    many: (atMost: number) => `${numbers.format(atMost)}+`,
    explains: {
      queued:
        "On hold until someone decides. A comment without a reason for review is still handed over with its name, but not shown on the site yet.",
      asked: "We asked these people by email. A corrected name is reviewed again; until then it stays out.",
      hidden: "Not shown, and in no pack or annex. The signatures count.",
      kept: "Approved: shown and handed over as their signers agreed.",
    },
    unseen: (count: number) =>
      icu(
        "{count, plural, one {# signature is} other {# signatures are}} new or changed, and not shown or packed until checked, within a few minutes.",
        { count },
      ),
    columns: { what: "Name or comment", reasons: "Reason", when: "Signed" },
    caption: "Names and comments",
    choose: (name: string) => `Choose ${name}`,
    chooseComment: (name: string) => `Choose the comment of ${name}`,
    commentBy: (name: string) => `comment of ${name}`,
    shown: { initials: "to be shown with initials", public: "to be shown with the name" },
    handedOver: "to be handed over",
    alike: (count: number) =>
      icu("and {count, plural, one {# other} other {# others}} with this name", { count }),
    reasons: {
      profanity: "Profanity",
      slogan: "A slogan",
      address: "An address",
      digits: "Digits",
      character: "A fictional character",
      watched: "On your watch list",
      repeat: "Unlikely repeats",
      empty: "No name",
      symbols: "Symbols unusual in names",
      threat: "Reads as a threat",
      "personal-attack": "Attacks a person",
      links: "A link",
      contact: "An address or phone number",
      language: "In another language",
      unscreened: "Not checked in time: read it yourself",
    } as Record<string, string>,
    decisions: { keep: "Approve", hide: "Leave out", ask: "Ask the signer" },
    decisionHints: {
      keep: "Others can read it, as the signer agreed.",
      hide: "Nobody reads it, but the signature counts.",
      ask: "For names only: in ten minutes, unless you undo this, they get an email with a link to correct it.",
    },
    alikeBox: "Apply to everyone waiting with the same name",
    done: (count: number, decision: string) =>
      `${numbers.format(count)} ${decision === "keep" ? "approved" : decision === "hide" ? "left out" : "asked"}.`,
    doneNone:
      "Nothing changed. Someone else already decided, or you picked a comment: you can only ask about names.",
    notAsked: (count: number) =>
      icu(
        "{count, plural, one {# person} other {# people}} reached the daily email limit and could not be asked. They wait here.",
        { count },
      ),
    undone: (count: number) => icu("{count, plural, one {# is} other {# are}} on hold again.", { count }),
    tooLate: "Undo works for ten minutes only. Decide again under its tab.",
    chooseFirst: "Choose at least one name or comment.",
    by: (name: string | null, at: string) => (name === null ? at : `${name}, ${at}`),
    next: "Next page",
    first: "First page",
    all: "Show all of this tab",
    emptyFilter: "Nothing matches this filter",
    emptyFilterText: "Other names and comments may be under this tab.",
    empty: {
      queued: {
        title: "Nothing to decide",
        text: "New comments, and names with a reason for review, appear here within five minutes of confirmation.",
      },
      asked: {
        title: "Nobody is being asked",
        text: "The people you ask appear here until they correct their name or you decide.",
      },
      hidden: {
        title: "Nothing was left out",
        text: "Names and comments you leave out appear here. You can approve them later.",
      },
      kept: {
        title: "Nothing was approved yet",
        text: "Names with a reason for review, and comments, appear here once you approve them.",
      },
    },
    watch: {
      heading: "Names you watch",
      text: "Names that contain one of these come to review. Add living people whose names are used in jest: the check knows fictional characters.",
      label: "A name to watch",
      add: "Watch this name",
      remove: "Remove",
      removeOf: (name: string) => `Remove ${name}`,
      none: "You watch no name yet.",
      added: "Added. All names are checked again in the next minutes.",
      removed: "Removed from the watch list.",
      known: "You watch this name already.",
      full: "The watch list is full: remove a name first.",
    },
    summary: "Nothing was done yet",
    errors: {
      "watch-missing": "Enter a name of at least two letters",
      "watch-long": "Enter a name of at most 120 characters",
      unreadable: sendAgain,
    } as Record<string, string>,
  },

  approvals: {
    second: "Approved by a second organizer.",
    alone:
      "Approved alone by the organizer who asked for it, after reauthentication: nobody else in the campaign could.",
    operator: "Made by the operator alone, from the command line.",
  },

  leftOut: {
    signatures: {
      unconfirmed: "Not confirmed by the signer",
      withdrawn: "Withdrawn by the signer",
      invalidated: "Invalidated by the campaign",
      "in-review": "On hold for review",
      "no-consent": "Counted, but the signer did not agree to share the name, or withdrew consent",
      unseen: "Counted, but the name is too new to be checked",
      queued: "Counted; the name awaits name review",
      hidden: "Counted; name withheld after name review",
      asked: "Counted, but the signer was asked about the name and has not answered",
      erased: "Counted, but the signer had all other data erased",
    } as Record<string, string>,
    letters: {
      unconfirmed: "Not confirmed by the writer",
      withdrawn: "Withdrawn by the writer",
      refused: "Refused by the campaign",
      "no-consent": "The writer withdrew consent to its delivery",
      held: "On hold for review",
      "for-another": "To another recipient, chosen by its writer",
      erased: "Counted, but the writer had all other data erased",
    } as Record<string, string>,
  },

  manifest: {
    usStates: (are: "now" | "earlier" | "left-out", pack: number | null) =>
      are === "left-out"
        ? "Not by state: fewer than five people would be revealed."
        : `By ZIP code, where given. States with fewer than five are combined.${are === "earlier" ? ` As in pack ${pack}: fewer than five changed since.` : ""}`,
    dedupe:
      "Each person counts once, by email address: in lower case, its domain in ASCII, without what a provider ignores (dots and anything after a plus sign). Only confirmed addresses count. When someone erases their data and signs again, the new signature replaces the erased one.",
    weeding:
      "Names that may be handed over were checked for profanity, slogans, addresses, digits, fictional characters, watched names, unlikely repeats, missing names and symbols. An organizer decided on each one found. All these signatures count, but the lists here hold only approved names.",
    pledges:
      "Pledges appear as published totals only: no group under five holders, and no sum that reveals one. Parts may be older than the whole and need not add up.",
    notes: [
      "Names, letters and comments are as people wrote them and agreed to share them. A comment with a reason for review, or one an organizer hid, is left out; the name stays. This pack holds no email or postal addresses.",
      "A cell that begins with = + - @, a tab or a line break, or the full-width form of one, gets a leading apostrophe. No other cell is changed.",
      "CSV: RFC 4180, UTF-8, commas, double quotes, CRLF, one head line. Days and times are UTC.",
      "Each letter’s sha256 is of its exact text in UTF-8, as in the campaign’s ledger.",
      "The signature in manifest.sig is Ed25519 over the bytes of manifest.json. Compare the key with the one the campaign publishes.",
    ],
  },

  /** The PDF of a pack. */
  paper: {
    identifier: (number: number, seal: string | null) =>
      seal === null ? `Pack ${number}` : `Pack ${number}, audit seal ${seal}`,
    notes: (company: string, day: string) => [
      `Each name belongs to a person who confirmed their email address and agreed to share the name with ${company}. Figures as of ${day}, UTC.`,
      "Each person counts once, by email address. No addresses are in these papers.",
      "The accompanying files hold the same data for machines; manifest.json has their hashes and is signed.",
    ],
    byCountry: "Signatures by country",
    byState: "Signatures from the United States by state",
    leftOutSignatures: "Signatures that are not in these lists",
    leftOutNote: "Each is counted once, under the first reason that applies.",
    leftOutLetters: "Letters that are not in these lists",
    country: "Country",
    state: "State",
    signatures: "Signatures",
    letters: "Letters",
    reason: "Reason",
    otherStates: "Other states",
    allStates: "All states",
    noZip: "No ZIP code given",
    petition: (version: number) => `The petition, version ${version}`,
    petitionAbout: (day: string, signatures: string, count: number) =>
      icu(
        "Published on {day}, signed by {count, plural, one {{signatures} person} other {{signatures} people}} in this pack.",
        { day, signatures, count },
      ),
    pledges: (year: number) => `Shareholders who pledged for the annual meeting of ${year}`,
    group: "Group",
    holders: "Shareholders",
    shares: "Shares with a known number",
    groupOf: (split: string, group: string) =>
      split === "all"
        ? "All together"
        : `${split.charAt(0).toUpperCase()}${split.slice(1)}: ${group.replaceAll("_", " ")}`,
    pledgesNote: (day: string) =>
      `Published totals as of ${day}, as holders stated them unless noted. No group under five is shown; parts need not add up to the whole.`,
  },

  packs: {
    title: "Packs to hand over",
    text: "One file for a handover: the signatures and letters people agreed to share, pledge totals, and a signed manifest. You ask, someone else approves, and the download makes it. We keep no copy: keep yours safe.",
    nowHeading: "In a pack made now",
    now: {
      signatures: "Signatures",
      letters: "Letters",
      leftOut: "Signatures left out",
      names: "Names to decide",
    },
    nowNames: (count: number) =>
      icu(
        "{count, plural, one {# name needs} other {# names need}} a decision. Undecided names stay out of the pack.",
        { count },
      ),
    decideNames: "Review names",
    ask: "Ask for a pack",
    askText: "Its lists are read at the download.",
    waits: (number: number) => `Pack ${number} is not downloaded yet: use that one.`,
    number: (number: number) => `Pack ${number}`,
    states: {
      asked: "Needs approval",
      "sent-back": "Sent back",
      approved: "Approved, not downloaded",
      running: "Downloading",
      aborted: "Interrupted",
      made: "Made",
      "handed-over": "Handed over",
      discarded: "Discarded",
      expired: "Expired",
    },
    askedBy: (name: string, at: string) => `Requested by ${name}, ${at}`,
    approvedBy: (name: string, at: string) => `Approved by ${name}, ${at}`,
    approvedAlone: (name: string, at: string) => `Requested and approved alone by ${name}, ${at}`,
    madeAt: (at: string) => `Made ${at}`,
    abortedAt: (at: string) => `Interrupted ${at}. The downloaded file is incomplete: delete it.`,
    handedOver: (to: string, at: string, by: string) => `Handed over ${at} to ${to}; recorded by ${by}`,
    discarded: (at: string, by: string) => `Discarded ${at}; recorded by ${by}`,
    operator: "the operator",
    gone: "a former member",
    approve: "Approve this pack",
    approveText:
      "Any organizer who may export signatures can then download it once, within seven days of the request.",
    own: (names: readonly string[]) =>
      names.length === 0
        ? "You asked for it, and nobody else can approve it."
        : `You asked for it, so someone else must approve it: ${names.join(", ")}.`,
    noRight: "Someone with the right to approve must approve it.",
    alone: {
      text: "Nobody else can approve. Confirm it’s you. The manifest says that you approved it yourself.",
      approve: "Approve it alone",
    },
    fetch: "Download the pack",
    fetchAgain: "Download it again",
    fetchText:
      "A long list takes a while, and a completed download cannot be repeated: then ask for a new pack.",
    figures: {
      signatures: "Signatures",
      letters: "Letters",
      size: "Size",
      asOf: "As of",
      file: "SHA-256 of the file",
      manifest: "SHA-256 of the manifest",
      key: "Signed with key",
      seal: "Audit seal",
    },
    leftOut: "Left out",
    reason: "Reason",
    count: "Number",
    files: "Files",
    weeded: (kept: number, out: number) =>
      icu(
        "{kept, plural, one {# reviewed name was} other {# reviewed names were}} approved, {out, number} left out or undecided.",
        { kept, out },
      ),
    kilobytes: (n: number) => `${numbers.format(n)} kB`,
    megabytes: (n: number) => `${numbers.format(n)} MB`,
    goneSince: (letters: number, signatures: number) => {
      const gone = [
        letters > 0 && icu("{letters, plural, one {# letter} other {# letters}}", { letters }),
        signatures > 0 &&
          icu("up to {signatures, plural, one {# signature} other {# signatures}}", { signatures }),
      ].filter(Boolean);
      return `Withdrawn, corrected or erased since it was made: ${gone.join(" and ")}. Do not hand it over: destroy every copy, discard it here, and ask for a new pack.`;
    },
    handOver: {
      summary: "Record the handover",
      text: "Someone else must approve your record. Then its waiting letters count as handed over: writers get an email and can no longer withdraw them. This cannot be undone.",
      textAlone: `Its waiting letters count as handed over at once: writers get an email and can no longer withdraw them. This cannot be undone. ${alone}`,
      waits: "Handover recorded; it counts once a second person approves it",
      alone: ", alone",
      approvedBy: (who: string) => `, approved by ${who}`,
      approval: {
        approve: "Approve the handover and email the writers",
        ...ofRecorded,
        alone: { text: alone, approve: "Approve it alone and email the writers" },
      },
      takeBack: {
        summary: "Withdraw the record",
        text: "If the record is wrong. Nothing counts and no writer is emailed; the log keeps both steps. You can record it again. Confirm it’s you.",
        button: "Withdraw the record",
      },
      day: "Day",
      time: "Time (UTC)",
      to: "Who received it, and where",
      toHint: "An office rather than a person: “Corporate Secretary’s office, front desk”.",
      button: "Record the handover",
    },
    discard: {
      summary: "Discard this pack",
      text: "First destroy every copy: downloaded, printed or passed on. Its handover can no longer be recorded. This cannot be undone. Confirm it’s you.",
      button: "I destroyed every copy: discard it",
    },
    done: {
      asked: "Requested. It needs approval.",
      approved: "Approved. It can be downloaded once.",
      "handed-over": "Recorded.",
      "hand-over-waits": "Recorded. It counts once someone else approves it.",
      "hand-over-taken-back": "The record is withdrawn. You can record the handover again.",
      discarded: "Recorded. Ask for a new pack when you are about to hand one over.",
    } as Record<string, string>,
    doneLetters: (count: number) =>
      icu("{count, plural, one {# letter counts} other {# letters count}} as handed over.", { count }),
    refused: {
      ...approving.refused,
      own: "You asked for it, so someone else must approve it.",
      "not-asked": "It is already approved, or has expired.",
      "not-told": "It changed after you opened this page. Review it again.",
      "hand-over-waits":
        "Not discarded: a recorded handover needs approval. Approve that record or withdraw it first.",
      "not-made": "It is not made yet, or was already handed over or discarded.",
      "waits-already":
        "A handover is already recorded and needs approval. Approve that record or withdraw it first.",
      "wrong-time": "The handover must be after the pack was made, and not in the future.",
      unreadable,
    } as Record<string, string>,
    summary: "Nothing was done yet",
    errors: {
      "day-shape": "Enter the day it was handed over",
      "time-shape": "Enter the time as hours and minutes, 14:30",
      marks: fewerMarks,
      "to-missing": "Say who received it",
      "to-long": atMost(300),
    } as Record<string, string>,
    keyHeading: "How to check a pack",
    keyText:
      "Compare this key with the one on the campaign’s public page, then run the checker. It needs no network.",
    keyId: "Key",
    keyPublic: "Public key (Ed25519)",
    keyPage: "See the public key page",
    empty: { title: "No pack yet", text: "Ask for one when you are about to hand the petition over." },
    history: "All packs",
    plain: {
      "not-approved": "This pack is not approved yet.",
      frozen: "The campaign is frozen: no pack leaves it.",
      over: "This pack was already made or has expired. Ask for a new one.",
      busy: "Another pack is being made. Try again in a few minutes.",
    },
  },
};
