import { stopped } from "../sentence.ts";
import { icu } from "./icu.ts";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Subjects and previews name neither the company nor the cause. */
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
    subject: "One step left: confirm your pledge",
    preview: "One button, and your pledge counts.",
    heading: "Confirm your pledge",
    intro: (meeting: string, pledgedOn: string) =>
      `Thanks for telling us on ${pledgedOn} how you intend to vote at ${meeting}. Confirm below and your pledge counts.`,
    introFund: (meeting: string, pledgedOn: string) =>
      `Thanks for filling in the form for holders of funds on ${pledgedOn}, about ${meeting}. Confirm below and your pledge counts.`,
    replaces: "Until then, what you pledged for this meeting before stays in force.",
    button: "Confirm my pledge",
    buttonNote: (deletedOn: string) =>
      `The button opens a page with what you entered, to confirm it there. It works until ${deletedOn}; after that the entry is deleted.`,
    notYou:
      "If this was not you, do nothing: what was entered is deleted. To never get a message from us again, open the page and choose “Delete it and never write to me again”.",
    reason: "Sent because this address was typed into the form.",
  },

  reminder: {
    subject: "Reminder: confirm your pledge",
    preview: "One button, and your pledge counts. This is the only reminder.",
    heading: "Your pledge is not confirmed yet",
    reason: "Sent because this address was typed into the form. This is the only reminder to confirm.",
  },

  alreadyPledged: {
    subject: "You have already pledged",
    preview: "Your pledge is in force. There is nothing to do.",
    heading: "Your pledge is in force",
    intro: (name: string, meeting: string, confirmedOn: string) =>
      `${name}, another pledge was entered with your address. On ${confirmedOn} you confirmed your pledge for ${meeting}. It counts once, and there is nothing to do.`,
    introInReview: (name: string, meeting: string, confirmedOn: string) =>
      `${name}, another pledge was entered with your address. On ${confirmedOn} you confirmed your pledge for ${meeting}. It is counted once an organizer has looked at it. There is nothing to do.`,
    unchanged: "Nothing was changed. To see it, change it or take it back, ask for your own page:",
    button: "Get a link to my page",
    buttonNote: "It asks for this address and mails a link that works for you alone.",
    notYou: "If this was not you: nothing of your pledge was shown to anyone.",
    reason: "Sent because a pledge was entered with this address.",
  },

  receipt: {
    subject: "Thank you: your pledge counts",
    subjectInReview: "Thank you: your pledge is being reviewed",
    preview: "Your receipt, and what comes next.",
    heading: (name: string) => `Thank you, ${name}`,
    intro: (meeting: string, confirmedOn: string) =>
      `Your pledge for ${meeting}, confirmed on ${confirmedOn}, is counted. It binds you to nothing.`,
    introInReview: (meeting: string, confirmedOn: string) =>
      `You confirmed your pledge for ${meeting} on ${confirmedOn}. An organizer reviews it before it is counted. Another email says when it is. You need not do anything.`,
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
    button: "See, change or withdraw my pledge",
    buttonNote: (until: string) =>
      `That page is yours alone, so please do not forward this mail. The link works until ${until}; to download or erase everything, use it within 24 hours of this mail.`,
    change: "To change what you told us, without typing who you are again:",
    changeLink: "Change your pledge",
    coFile: "You would co-file. See from when you may qualify, and what to have ready:",
    reason: "Sent once for each version of your pledge, because you confirmed it.",
  },
};
