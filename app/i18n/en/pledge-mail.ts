import { capitalized, stopped } from "../sentence.ts";
import { icu } from "./icu.ts";

/** The sentence after a name; without one it begins with a capital. */
const addressed = (name: string | null, sentence: string) =>
  name ? `${name}, ${sentence}` : capitalized(sentence);

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Subjects and previews name no cause. */
export default {
  whoPays: (operator: string | null, funding: string) =>
    operator ? `This site is run by ${stopped(operator)} ${funding}` : funding,

  weHold: "We hold",
  held: ({ comment, holding }: { comment: boolean; holding: boolean }) =>
    `your ${conjunction.format([
      "e-mail",
      "name",
      "country",
      "answers in the form",
      ...(comment ? ["comment"] : []),
      "language",
      "the time of each step",
    ])}${holding ? ". Your holding is kept encrypted" : ""}`,

  confirm: {
    subject: "Please confirm your e-mail",
    preview: "One button on the page that opens. Until then it is not counted.",
    heading: "Confirm your pledge",
    intro: (name: string | null, meeting: string, pledgedOn: string) =>
      `${addressed(name, `on ${pledgedOn} someone typed this address`)} into the form for shareholders, about how they intend to vote at ${meeting}. If it was you, open the page and press its one button.`,
    introFund: (name: string | null, meeting: string, pledgedOn: string) =>
      `${addressed(name, `on ${pledgedOn} someone typed this address`)} into the form for holders of funds, about ${meeting}. If it was you, open the page and press its one button.`,
    untilThen: "Until then nothing is counted.",
    replaces: "Until then this version is not counted. What you pledged for this meeting before stands.",
    button: "Open the page to confirm",
    buttonNote: (deletedOn: string) => `The link works until ${deletedOn}; after that the entry is deleted.`,
    notYou:
      "If it was not you, do nothing. To be left alone for good, open the page and choose “This was not me: never write to me again”.",
    reason: "Sent because this address was typed into the form.",
  },

  reminder: {
    subject: "A reminder: please confirm your e-mail",
    preview: "Two days ago a button was left unpressed. This is the only reminder.",
    heading: "Your pledge is not confirmed yet",
    reason: "Sent because this address was typed into the form. This is the only reminder to confirm.",
  },

  alreadyPledged: {
    subject: "Your e-mail is confirmed already",
    preview: "There is nothing to do. What you confirmed stands.",
    heading: "Your pledge stands",
    intro: (name: string, meeting: string, confirmedOn: string) =>
      `${name}, someone typed this address on the page for shareholders once more. On ${confirmedOn} you confirmed your pledge for ${meeting}. It counts once, and there is nothing to do.`,
    introInReview: (name: string, meeting: string, confirmedOn: string) =>
      `${name}, someone typed this address on the page for shareholders once more. On ${confirmedOn} you confirmed your pledge for ${meeting}. It is counted once an organizer has looked at it. There is nothing to do.`,
    unchanged: "Nothing was changed. To see it, change it or take it back, ask for your own page:",
    button: "Ask for your page",
    buttonNote: "It asks for this address and mails a link that works for you alone.",
    notYou:
      "If it was not you: whoever typed your address saw the same page as everyone and learned nothing about you.",
    reason: "Sent because this address was typed into the form.",
  },

  receipt: {
    subject: "Your receipt",
    preview: "Your e-mail is confirmed. This is your receipt.",
    heading: "Your pledge counts",
    headingInReview: "Your pledge waits for review",
    intro: (name: string, meeting: string, confirmedOn: string) =>
      `${name}, on ${confirmedOn} you confirmed your pledge for ${meeting}, and it is counted. It binds you to nothing.`,
    introInReview: (name: string, meeting: string, confirmedOn: string) =>
      `${name}, on ${confirmedOn} you confirmed your pledge for ${meeting}. An organizer looks at it before it is counted. Another mail says when it is. You need not do anything.`,
    version: "Version",
    versionOf: (version: number) =>
      icu("{version, plural, =1 {the first} other {#, in the place of the one before}}", { version }),
    remindersHeading: "When we will remind you",
    reminders:
      "Each comes with the steps for the way you hold your shares and a link that ends them. If a date moves, its reminder moves with it.",
    remindersUndated:
      "We remind you before the record date, if it is still to come, when the ballot opens, 14, 3 and 1 days before voting ends, on the day of the meeting, and once after it to ask whether you voted. These dates are not known to us yet, or not checked; as soon as they are, the reminders are set. Each has a link that ends them.",
    remindersFund:
      "A fund’s holder gets no ballot. What you can do is choose a voting policy, where your fund’s manager offers one, or write to the manager.",
    letter: "To send it from your email program or print it, and to tell us what came of it:",
    letterLink: "Open your letter",
    remindersStopped: "You asked for no reminders, so none comes.",
    remindersInReview: "Reminders are set once your pledge is counted.",
    remindersNotHeld:
      "You said that you did not hold your shares on the record date. Only shares held on that day can be voted at this meeting, so no reminder to vote comes this time.",
    remindersOver: "Voting is over, so no reminder to vote comes.",
    button: "See, change or withdraw",
    buttonNote: (until: string) =>
      `That page is yours alone, so please do not forward this mail. The link works until ${until}; to download or erase everything, use it within 24 hours of this mail.`,
    change: "To change what you told us, without typing who you are again:",
    changeLink: "Change your pledge",
    coFile: "You would co-file. See from when you may qualify, and what to have ready:",
    reason: "Sent once for each version of your pledge, because you confirmed it.",
  },
};
