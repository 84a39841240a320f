import { stopped } from "../sentence.ts";
import { icu } from "./icu.ts";
import { entryUntil, ifNotYou, onlyReminder, ownLinkUntil, ownPage, typedHere } from "./mail-notes.ts";

const conjunction = new Intl.ListFormat("en-US", { type: "conjunction" });

const enteredAgain = (name: string, meeting: string, confirmedOn: string) =>
  `Thank you, ${name}. You confirmed your pledge for ${meeting} on ${confirmedOn}. Someone has now entered another pledge with your address.`;

/** Subjects and previews name neither the company nor the cause. */
export default {
  whoPays: (operator: string | null, funding: string) =>
    operator ? `This site is run by ${stopped(operator)} ${funding}` : funding,

  weHold: "We hold",
  held: ({ comment, holding }: { comment: boolean; holding: boolean }) =>
    `your ${conjunction.format([
      "email",
      "name",
      "country",
      "answers",
      ...(comment ? ["comment"] : []),
      "language",
      "time of each step",
    ])}${holding ? ". Your holding is encrypted" : ""}`,

  confirm: {
    subject: "One step left: confirm your pledge",
    preview: "One tap, and your pledge counts.",
    heading: "Confirm your pledge",
    intro: (meeting: string, pledgedOn: string) =>
      `Thanks for telling us on ${pledgedOn} how you intend to vote at ${meeting}. Confirm below and your pledge counts.`,
    introFund: (meeting: string, pledgedOn: string) =>
      `Thanks for your pledge as a fund holder on ${pledgedOn}, about ${meeting}. Confirm below and your pledge counts.`,
    replaces: "Until then, your earlier pledge for this meeting counts.",
    button: "Confirm my pledge",
    buttonNote: entryUntil,
    notYou: ifNotYou,
    reason: typedHere,
  },

  reminder: {
    subject: "Your pledge isn’t counted yet",
    preview: "One tap makes your pledge count. This is the only reminder.",
    heading: "Your pledge is not confirmed yet",
    reason: onlyReminder,
  },

  alreadyPledged: {
    subject: "You’ve already pledged: nothing to do",
    preview: "Your pledge is in force.",
    heading: "You’ve already pledged",
    intro: (...pledge: Parameters<typeof enteredAgain>) =>
      `${enteredAgain(...pledge)} Your pledge counts once; there is nothing to do.`,
    introInReview: (...pledge: Parameters<typeof enteredAgain>) =>
      `${enteredAgain(...pledge)} Your pledge counts once an organizer has reviewed it. There is nothing to do.`,
    unchanged: "Nothing changed. To see, change or withdraw it, open your page:",
    button: ownPage.button,
    buttonNote: ownPage.buttonNote,
    notYou: "Not you? No one was shown any of your pledge.",
    reason: "You get this because a pledge was entered with this address.",
  },

  receipt: {
    subject: "Your pledge counts. Thank you",
    subjectInReview: "Thank you. We’re reviewing your pledge",
    preview: "Your receipt, and when we remind you.",
    heading: (name: string) => `Thank you, ${name}`,
    intro: (meeting: string, confirmedOn: string) =>
      `Your pledge for ${meeting}, confirmed on ${confirmedOn}, counts.`,
    introInReview: (meeting: string, confirmedOn: string) =>
      `You confirmed your pledge for ${meeting} on ${confirmedOn}. An organizer reviews it before it counts. We email you when it does.`,
    version: "Version",
    versionOf: (version: number) =>
      icu("{version, plural, =1 {the first} other {#, replacing the one before}}", { version }),
    remindersHeading: "Reminders",
    reminders: "Each says how to vote and how to stop them.",
    remindersUndated: "We remind you once the dates are known. Each reminder has a link to stop them.",
    remindersFund:
      "As a fund holder you get no ballot. You can choose a voting policy, if your fund’s manager offers one, or write to the manager.",
    letter: "Send or print your letter, and tell us what they said:",
    letterLink: "Open your letter",
    remindersStopped: "You asked for no reminders.",
    remindersInReview: "We plan reminders once your pledge counts.",
    remindersNotHeld:
      "You told us that you did not hold your shares on the record date. Only shares held on that day can be voted at this meeting, so we send no reminders to vote.",
    remindersOver: "Voting is over, so we send no reminders to vote.",
    button: "See, change or withdraw my pledge",
    buttonNote: ownLinkUntil,
    change: "To change it:",
    changeLink: "Change your pledge",
    coFile: "When you may co-file, and what to prepare:",
    reason: "You get this because you confirmed your pledge.",
  },

  result: {
    subject: "The result of the vote you pledged for",
    preview: "How shareholders voted.",
    heading: "How the meeting voted",
    intro: (name: string, meeting: string) =>
      `${name}, thank you for your pledge. ${meeting.charAt(0).toUpperCase()}${meeting.slice(1)} has voted, and its result is filed:`,
    percent: (percent: string) => `${percent}% for`,
    counted: "Of the votes for and against, as the company counts.",
    all: "All votes, with the filing:",
    reason: "You get this because of your pledge about this meeting.",
  },

  /** For the holder of a fund, who pledged no vote. */
  resultFund: {
    subject: "The vote is over: ask your fund how it voted",
    next: "Ask your fund’s manager how it voted, and why. Your page links to the letter.",
  },

  correctedResult: {
    head: {
      subject: "Correction: the result we emailed you",
      preview: "This corrects our earlier email.",
      heading: "Our earlier email was wrong",
    },
    intro: (name: string, meeting: string) =>
      `${name}, we are sorry. This corrects our earlier email about ${meeting}:`,
    was: (votes: string) => `We wrote: ${votes}`,
    is: (votes: string) => `Correct: ${votes}`,
    none: "no result",
    now: "All results, corrected:",
  },
};
