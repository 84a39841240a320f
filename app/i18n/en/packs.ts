import approving, { ofRecorded } from "./approving.ts";
import { icu } from "./icu.ts";

const numbers = new Intl.NumberFormat("en-GB");

/** Bundles for a handing-over in person, and the look at names before. */
export default {
  names: {
    title: "Names and comments",
    text: "What signers wrote and others would read: on the site or on the list for the company, as each of them agreed. A name stands here only if the program finds something wrong with it; a comment always, before it is shown. You decide. The signature counts in every case.",
    tabs: "Names and comments by what was decided",
    states: { queued: "To decide", asked: "Asked", hidden: "Left out", kept: "Approved" },
    kinds: { name: "Names", comment: "Comments" },
    filter: {
      kind: "Kind",
      both: "Names and comments",
      reason: "Found in it",
      any: "Anything or nothing",
      held: "Anything",
      show: "Show",
    },
    many: (atMost: number) => `${numbers.format(atMost)}+`,
    explains: {
      queued:
        "Nobody reads them until somebody has decided. A comment without a finding is handed over with its name all the same, and is not shown on the site before.",
      asked:
        "Their persons were asked by mail. When they correct the name, it is looked at again; until then it stays out.",
      hidden: "They are not shown, and are in no pack and no annex. Their signatures count.",
      kept: "An organizer approved them: they are shown and handed over as their persons agreed.",
    },
    unseen: (count: number) =>
      icu(
        "{count, plural, one {# signature is} other {# signatures are}} new or changed: the name and comment will be looked at within a few minutes. Nobody reads them and no pack has them before.",
        { count },
      ),
    columns: { what: "Name or comment", reasons: "What looks wrong", when: "Signed" },
    caption: "Names and comments",
    choose: (name: string) => `Choose ${name}`,
    chooseComment: (name: string) => `Choose the comment of ${name}`,
    commentBy: (name: string) => `comment of ${name}`,
    shown: { initials: "to be shown with initials", public: "to be shown with the name" },
    handedOver: "to be handed over",
    alike: (count: number) =>
      icu("and {count, plural, one {# other} other {# others}} of this name", { count }),
    reasons: {
      profanity: "Profanity",
      slogan: "A slogan",
      address: "An address",
      digits: "Digits",
      character: "A fictional character",
      watched: "On your watch list",
      repeat: "Far more often than chance",
      empty: "No name in it",
      symbols: "Signs that names do not have",
      threat: "Reads as a threat",
      "personal-attack": "Attacks a person",
      links: "A link",
      contact: "An address or number to reach somebody",
      unscreened: "Could not be checked in time: read it yourself",
    } as Record<string, string>,
    decisions: { keep: "Approve", hide: "Leave out", ask: "Ask the person" },
    decisionHints: {
      keep: "Others may read it, as its person agreed.",
      hide: "Nobody reads it. The signature counts.",
      ask: "Names alone. They get one mail with a link to correct it, in ten minutes, so that you can undo it.",
    },
    alikeBox: "Also everybody of the same name who waits",
    done: (count: number, decision: string) =>
      `${numbers.format(count)} ${decision === "keep" ? "approved" : decision === "hide" ? "left out" : "asked about"}.`,
    doneNone: "Nothing was changed: somebody has decided already, or only names can be asked about.",
    notAsked: (count: number) =>
      icu(
        "{count, plural, one {# person} other {# persons}} could not be asked today: they have had as many mails as one day may bring. They wait here.",
        { count },
      ),
    undone: (count: number) => icu("{count, plural, one {# waits} other {# wait}} again.", { count }),
    tooLate: "It can no longer be undone: it was more than ten minutes ago. Decide anew under its tab.",
    chooseFirst: "Choose at least one name or comment.",
    by: (name: string | null, at: string) => (name === null ? at : `${name}, ${at}`),
    next: "Next page",
    first: "First page",
    all: "Show all of this tab",
    emptyFilter: "Nothing here is of this kind",
    emptyFilterText: "Other names and comments may stand under this tab.",
    empty: {
      queued: {
        title: "Nothing waits for you",
        text: "New comments, and names that look wrong, stand here within five minutes of their confirmation.",
      },
      asked: {
        title: "Nobody is being asked",
        text: "Those you ask stand here until they correct their name or you decide.",
      },
      hidden: {
        title: "Nothing was left out",
        text: "Names and comments that you leave out stand here, and can be taken back in.",
      },
      kept: {
        title: "Nothing was approved yet",
        text: "Names that looked wrong, and comments, stand here once you approve them.",
      },
    },
    watch: {
      heading: "Names you watch",
      text: "Whoever signs under one of these names, whole or as a part, comes before you. The program itself knows fictional characters alone: which living persons are named in jest, you know.",
      label: "A name to watch",
      add: "Watch",
      remove: "Remove",
      removeOf: (name: string) => `Remove ${name}`,
      none: "You watch no name yet.",
      added: "It is watched from now on. Everybody is looked at again in the next minutes.",
      removed: "It is watched no more.",
      known: "You watch this name already.",
      full: "That are as many as one campaign can watch: remove one first.",
    },
    summary: "This could not be done yet",
    errors: {
      "watch-missing": "Write a name of at least two letters",
      "watch-long": "Write a name of at most 120 characters",
      unreadable: "The form could not be read: try again",
    } as Record<string, string>,
  },

  code: {
    subject: "Your code to approve a pack",
    preview: "It approves one pack, once, for ten minutes, in the browser that asked for it.",
    heading: "Your code to approve a pack",
    intro: (name: string, number: number, title: string) =>
      `${name}, this code approves pack ${number} of “${title}”: from then on its file can be made and fetched once, with the names and letters of everybody who agreed. Type the code on the page that asked for it.`,
    code: "Code",
    codeNote: (until: string) => `It works once, until ${until}, and only in the browser that asked for it.`,
    notYou:
      "Give the code to nobody: we never ask for it by mail or telephone. If you did not ask for it, someone else is using the console under your name. Do not type it, and tell the operator at once, who can end all your sessions.",
    reason: "Sent because someone who is signed in as you asked for a code to approve a pack.",
  },

  approvals: {
    second: "Approved by a second organizer, who did not ask for it.",
    alone:
      "Approved by the organizer who asked for it, alone, after proving once more who they are: the campaign had no other who could.",
    operator: "Made by the operator by command line, alone.",
  },

  leftOut: {
    signatures: {
      unconfirmed: "Not confirmed by their person",
      withdrawn: "Withdrawn by their person",
      invalidated: "Invalidated by the campaign",
      "in-review": "Held back until an organizer has looked at them",
      "no-consent": "Counted, but their person did not agree to have the name handed over, or took that back",
      unseen: "Counted, but the name is too new to have been looked at",
      queued: "Counted, but the name looked wrong and nobody has decided yet",
      hidden: "Counted, but the name looked wrong and was left out",
      asked: "Counted, but the name looked wrong and its person was asked and has not answered",
      erased: "Counted, but their person had everything erased; nothing else is kept",
    } as Record<string, string>,
    letters: {
      unconfirmed: "Not confirmed by their writer",
      withdrawn: "Withdrawn by their writer",
      refused: "Refused by the campaign",
      "no-consent": "Their writer took back the consent to deliver it",
      held: "Held until an organizer has looked at it",
      erased: "Their writer had everything erased; counted alone",
    } as Record<string, string>,
  },

  manifest: {
    dedupe:
      "One person is counted once. Signatures are told apart by their e-mail address: in lower case, its domain in ASCII, without what a provider is known to ignore (dots and what follows a plus sign). Only an address whose owner pressed the button in a mail sent to it counts. Somebody who had everything erased and signs again replaces the erased signature.",
    weeding:
      "Names whose person agreed to have them handed over were looked at for profanity, slogans, addresses, digits, fictional characters, names the campaign watches, unlikely repeats, empty names and signs. An organizer decided about each that was found. The signatures behind them are counted wherever the campaign counts, but are in no list here unless the name was kept.",
    pledges:
      "Pledges are in here as published totals alone: no group under five holders, and no sum that would tell of fewer. Parts may be older than the whole and need not add up to it.",
    notes: [
      "Names, letters and comments are as their persons wrote them and agreed to hand them over. A comment that looked wrong, or that an organizer hid, is left out; the name stays. Nobody’s e-mail or postal address is in this pack.",
      "A cell that begins with = + - @, a tab or a line break, or the full-width form of one, has an apostrophe put before it. No other cell is changed.",
      "CSV: RFC 4180, UTF-8, commas, double quotes, CRLF, one head line. Days and times are UTC.",
      "States of the United States follow from the ZIP codes that people chose to give. States with fewer than five are told together.",
      "The sha256 beside a letter is of its exact text in UTF-8; the campaign’s ledger tells the same.",
      "The signature in manifest.sig is Ed25519 over the bytes of manifest.json. Compare the key with the one that the campaign publishes.",
    ],
  },

  /** What the PDF of a pack says around its lists. */
  paper: {
    identifier: (number: number, seal: string | null) =>
      seal === null ? `Pack ${number}` : `Pack ${number}, audit seal ${seal}`,
    notes: (company: string, day: string) => [
      `Each name belongs to a person who confirmed their e-mail address and agreed to have the name handed to ${company}. Figures are of ${day}, UTC.`,
      "One person is counted once, by their e-mail address. Nobody’s address is in these papers.",
      "The files beside this one say the same for machines; manifest.json holds their hashes and is signed.",
    ],
    byCountry: "Signatures by country",
    byState: "Signatures from the United States by state",
    byStateNote: "By the ZIP code, where one was given. States with fewer than five are told together.",
    leftOutSignatures: "Signatures that are not in these lists",
    leftOutNote: "Each is counted in one line, the first that holds.",
    leftOutLetters: "Letters that are not in these lists",
    country: "Country",
    state: "State",
    signatures: "Signatures",
    letters: "Letters",
    reason: "Why",
    otherStates: "Other states",
    noZip: "No ZIP code given",
    petition: (version: number) => `The petition, version ${version}`,
    petitionAbout: (day: string, signatures: string, count: number) =>
      icu(
        "Published on {day}, signed by {count, plural, one {{signatures} person} other {{signatures} people}} in this pack.",
        { day, signatures, count },
      ),
    pledges: (year: number) => `Shareholders who pledged for the annual meeting of ${year}`,
    group: "Group",
    holders: "Holders",
    shares: "Shares told as a number",
    groupOf: (split: string, group: string) =>
      split === "all"
        ? "All together"
        : `${split.charAt(0).toUpperCase()}${split.slice(1)}: ${group.replaceAll("_", " ")}`,
    pledgesNote: (day: string) =>
      `Published totals of ${day}, by the holders' own word where nothing else is said. No group under five is told; parts need not add up to the whole.`,
  },

  packs: {
    title: "Packs to hand over",
    text: "A pack is one file with all signatures and letters whose persons agreed to have them handed over, and with totals of pledges: lists for people, lists for machines, and a signed manifest that says what is in it and what was left out. You ask for it, somebody else approves it, and it is made while it is fetched. The file is kept nowhere: keep your copy as you would keep the list.",
    nowHeading: "A pack made now would hold",
    now: {
      signatures: "Signatures",
      letters: "Letters",
      leftOut: "Signatures left out",
      names: "Names to decide",
    },
    nowNames: (count: number) =>
      icu(
        "{count, plural, one {# name looks wrong and waits} other {# names look wrong and wait}} for a decision. Undecided names stay out of the pack.",
        { count },
      ),
    decideNames: "Decide about names",
    ask: "Ask for a pack",
    askText: "Its lists are read when it is fetched, so that they are as new as they can be.",
    waits: (number: number) => `Pack ${number} is not fetched yet: use that one.`,
    number: (number: number) => `Pack ${number}`,
    states: {
      asked: "Waits for approval",
      "sent-back": "Sent back",
      approved: "Approved, not fetched",
      running: "Is being fetched",
      aborted: "Broke off",
      made: "Made",
      "handed-over": "Handed over",
      discarded: "Discarded",
      expired: "Expired",
    },
    askedBy: (name: string, at: string) => `Asked for by ${name}, ${at}`,
    approvedBy: (name: string, at: string) => `Approved by ${name}, ${at}`,
    approvedAlone: (name: string, at: string) => `Approved alone by ${name}, who asked for it, ${at}`,
    madeAt: (at: string) => `Made ${at}`,
    abortedAt: (at: string) => `Broke off ${at}. What arrived is no whole file: delete it.`,
    handedOver: (to: string, at: string, by: string) => `Handed over ${at} to ${to}; recorded by ${by}`,
    discarded: (at: string, by: string) => `Discarded ${at}; recorded by ${by}`,
    operator: "the operator",
    gone: "someone who has left",
    approve: "Approve",
    approveText:
      "Once approved, every organizer of this campaign who may export signatures can fetch it, once, within seven days of the asking.",
    own: (names: readonly string[]) =>
      names.length === 0
        ? "You asked for it, and nobody else can approve."
        : `You asked for it, so somebody else approves: ${names.join(", ")}.`,
    noRight: "Somebody with the right to approve has to.",
    alone: {
      text: "You are the only one who can approve. You prove once more who you are. That you approved it yourself is recorded, and the manifest says it.",
      approve: "Approve it alone",
    },
    fetch: "Fetch the pack",
    fetchAgain: "Fetch it again",
    fetchText:
      "It is made while it is fetched, which takes a while for long lists. Once it arrived whole it is not made again: another one is a new pack.",
    figures: {
      signatures: "Signatures",
      letters: "Letters",
      size: "Size",
      asOf: "As of",
      file: "sha256 of the file",
      manifest: "sha256 of the manifest",
      key: "Signed with the key",
      seal: "Audit seal",
    },
    leftOut: "What was left out",
    reason: "Why",
    count: "Number",
    files: "Files in it",
    weeded: (kept: number, out: number) =>
      icu(
        "{kept, plural, one {# name that looked wrong was} other {# names that looked wrong were}} kept, {out, number} left out or undecided.",
        { kept, out },
      ),
    kilobytes: (n: number) => `${numbers.format(n)} kB`,
    megabytes: (n: number) => `${numbers.format(n)} MB`,
    goneSince: (letters: number, signatures: number) =>
      letters > 0 && signatures > 0
        ? icu(
            "Since it was made {letters, plural, one {# letter} other {# letters}} in it and up to {signatures, plural, one {# signature} other {# signatures}} were withdrawn, taken back, corrected or erased. Do not hand this one over: destroy every copy, discard it here, and ask for a new pack.",
            { letters, signatures },
          )
        : signatures > 0
          ? icu(
              "Since it was made up to {signatures, plural, one {# signature was} other {# signatures were}} withdrawn, taken back, corrected or erased. Do not hand this one over: destroy every copy, discard it here, and ask for a new pack.",
              { signatures },
            )
          : icu(
              "Since it was made {letters, plural, one {# letter in it was} other {# letters in it were}} withdrawn, taken back, corrected or erased. Do not hand this one over: destroy every copy, discard it here, and ask for a new pack.",
              { letters },
            ),
    handOver: {
      summary: "Record that it was handed over",
      text: "Somebody else approves what you record. Letters in it that still wait count as handed over from then on: their writers are told and can no longer withdraw them. This cannot be undone.",
      textAlone:
        "Nobody else could approve it, so it counts at once: you prove once more who you are, and that you did it alone is recorded. Letters in it that still wait count as handed over from then on: their writers are told and can no longer withdraw them. This cannot be undone.",
      waits: "Recorded as handed over; it counts once a second person has approved it",
      alone: ", who did so alone",
      approvedBy: (who: string) => `, approved by ${who}`,
      approval: {
        approve: "It was handed over so: let it count, and tell the writers",
        ...ofRecorded,
        alone: {
          text: "You are the only one of this campaign who can approve. You prove once more who you are, and that you did it alone is recorded.",
          approve: "Let it count alone, and tell the writers",
        },
      },
      takeBack: {
        summary: "It was not so: take the record back",
        text: "Nothing counts then, and nobody is told. It can be recorded anew, and who recorded and took back what stands in the log. You prove once more who you are.",
        button: "Take the record back",
      },
      day: "Day",
      time: "Time (UTC)",
      to: "To whom, and where",
      toHint: "An office rather than a person: “Corporate Secretary’s office, front desk, Redmond”.",
      button: "Record it",
    },
    discard: {
      summary: "Discard it instead",
      text: "Undersigned keeps no file of it. Destroy every copy first: what was downloaded, printed or passed on. From then on nobody can record it as handed over. This cannot be undone: you prove once more who you are.",
      button: "Every copy is destroyed: discard it",
    },
    done: {
      asked: "It is asked for and waits for approval.",
      approved: "It is approved. It can be fetched once.",
      "handed-over": "It is recorded.",
      "hand-over-waits": "It is recorded. It counts once somebody else has approved it.",
      "hand-over-taken-back": "The record is taken back: nothing waits, and it can be recorded anew.",
      discarded: "It is recorded. Ask for a new pack when you are about to hand one over.",
    } as Record<string, string>,
    doneLetters: (count: number) =>
      icu("{count, plural, one {# letter counts} other {# letters count}} as handed over by this.", {
        count,
      }),
    refused: {
      ...approving.refused,
      own: "You asked for it: somebody else approves.",
      "not-asked": "It is approved already, or has expired.",
      "not-told": "It is not as this page showed it: look at it again.",
      "hand-over-waits":
        "It was not discarded: a handing-over of it is on record and waits. Approve that, or take it back first.",
      "not-made": "It is not made, or was handed over or discarded already.",
      "waits-already":
        "A handing-over is recorded already and waits: it is approved as it stands, or taken back first.",
      "wrong-time": "It can be handed over after it was made and not in the future.",
      unreadable: "The form could not be read: try again.",
    } as Record<string, string>,
    summary: "This could not be done yet",
    errors: {
      "day-shape": "Give the day it was handed over",
      "time-shape": "Give the time as hours and minutes, 14:30",
      marks: "Take out the accents that are piled on one letter",
      "to-missing": "Say to whom it was handed over",
      "to-long": "Say it in at most 300 characters",
    } as Record<string, string>,
    keyHeading: "How anybody checks a pack",
    keyText:
      "Every pack is signed. Whoever gets one compares this key with the one on the campaign’s public page and runs the checker, which needs no network.",
    keyId: "Key",
    keyPublic: "Public key (Ed25519)",
    keyPage: "The key, for everyone",
    empty: {
      title: "No pack yet",
      text: "Ask for one when you are about to hand the petition over. Until then nothing leaves this place.",
    },
    history: "All packs",
    plain: {
      "not-approved": "This pack is not approved yet.",
      frozen: "The campaign is frozen: no pack leaves it.",
      over: "This pack was made or has expired. Ask for a new one.",
      busy: "A pack is being made just now. Try again in a few minutes.",
    },
  },
};
