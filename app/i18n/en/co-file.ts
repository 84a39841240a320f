import { icu } from "./icu.ts";

export default {
  title: "Can I co-file?",
  description: (company: string) =>
    `From which day a holder of ${company} shares may qualify to co-file a proposal under Rule 14a-8, counted for one holder alone.`,
  eyebrow: (company: string) => `For people who own ${company} shares`,
  standfirst:
    "A shareholder proposal can have several filers, each in their own right. Say what you hold and since when, and see whether you may qualify alone under Rule 14a-8.",
  disclosures: "What a pledge is, and is not",
  privacy: "What you write here is used for this answer and stored nowhere.",

  form: {
    heading: "Your shares",
    shares: "How many shares?",
    number: "Number",
    bucket: "Or a range",
    noBucket: "No range",
    sharesHint: "Fractions such as 12.5 are fine. A range is counted at its lower end.",
    since: "Held since when, without a break?",
    month: "Year and month",
    tenure: "Or roughly",
    noTenure: "Not said",
    sinceHint:
      "If you bought at several times, count only what you have held since then. We count from the end of the month.",
    price: "Highest price of one share in the last 60 days, in dollars",
    priceHint: {
      "no-price": "No price is recorded here. You can look it up and write it in plain digits, like 512.30.",
      "price-stale": (date: string) =>
        `The price recorded here is of ${date} and too old to count with. You can look it up and write it in plain digits, like 512.30.`,
    },
    button: "See whether I may qualify",
    again: "Count again",
    summary: (count: number) =>
      icu("{count, plural, one {One thing needs a change} other {# things need a change}}", { count }),
  },

  answer: {
    now: "You may qualify now",
    nowText: (tier: string) => `Counted alone, what you wrote reaches this tier of Rule 14a-8: ${tier}.`,
    from: (date: string) => `You may qualify from ${date}`,
    fromText: (tier: string) =>
      `From then on, counted alone, what you wrote reaches this tier of Rule 14a-8: ${tier}. It depends on the price in the weeks before you file, and on shares held without a break.`,
    below: "Not yet: the value is below the lowest tier",
    belowText: (tier: string, shares: string, count: number) =>
      icu(
        "The lowest tier is {tier}. At the price below, that value is {count, plural, one {{shares} share} other {{shares} shares}}.",
        { tier, shares, count },
      ),
    cannot: "That cannot be told here",
    why: {
      "no-rule":
        "No organizer has entered the tiers of the rule for this company. Once they are entered, this page counts with them.",
      "no-price":
        "No share price is recorded here, and the value of your shares depends on it. Write the highest price of the last 60 days into the form.",
      "price-stale":
        "The share price recorded here is too old to count with. Write the highest price of the last 60 days into the form.",
      "range-too-wide": (tier: string) =>
        `The range that you gave reaches from below the lowest tier to above it. That tier is ${tier}. With a number instead of a range it can be told.`,
      "tenure-unknown": (tier: string) =>
        `The value is enough for at least the lowest tier, which is ${tier}. Whether the time is long enough depends on the month since which you have held the shares: your statements name it.`,
    },
    counted: "What this was counted with",
    shares: "Shares",
    lowerEnd: (shares: string) => `${shares}, the lower end of the range`,
    price: "Price",
    priceOf: (price: string, date: string) => `${price} a share, the highest in 60 days, as of ${date}`,
    priceUndated: (price: string) => `${price} a share, the highest in 60 days`,
    ownPrice: (price: string) => `${price} a share, as you wrote it`,
    value: "Value",
    since: "Held since",
    endOf: (month: string) => `the end of ${month}`,
    rough: (range: string) => `${range}, counted at its lower end`,
    notSaid: "not known",
    rule: "Rule",
    ruleOf: (date: string) => `as of ${date}`,
    ruleUndated: "no date recorded",
    checked: "Checked",
    isChecked: "An organizer has checked the rule and the price against their sources.",
    notChecked:
      "Not checked: an organizer has not compared the rule and the price with their sources, or did so too long ago. Compare them yourself before you rely on this answer.",
    notCheckedOwn:
      "Not checked: the price is as you wrote it. Compare it and the rule with their sources before you rely on this answer.",
    narrower: "It may be earlier, or another tier, with the exact number and month.",
    strongest:
      "“May qualify” is the most that can be said here: whether you do is for the rule’s text and the company to say.",
  },

  tier: (dollars: string, years: number) =>
    icu("at least {dollars} in value, held for at least {years, plural, one {# year} other {# years}}", {
      dollars,
      years,
    }),

  rule: {
    heading: "What the rule asks of a co-filer",
    none: "No organizer has entered the tiers of the rule for this company yet. Once they are entered, they stand here.",
    caption: "Any one of these is enough, for one holder alone",
    value: "Value of the shares",
    held: "Held without a break for",
    atLeast: (dollars: string) => `at least ${dollars}`,
    years: (years: number) => icu("{years, plural, one {# year} other {# years}}", { years }),
    terms: (days: { window: number; cure: number; words: number }) => [
      `The value is the number of shares times the highest price in the ${days.window} days before the proposal is submitted.`,
      "Nobody’s shares are added to another’s. Each co-filer meets a tier alone.",
      "The shares are held without a break for the whole time, and the holder states in writing that they will hold them through the meeting.",
      "The holder says when they can meet the company to talk about the proposal.",
      "One proposal per person per meeting.",
      `The proposal with its reasons has at most ${days.words} words.`,
      "The proof of ownership comes from the DTC participant that holds the shares: the broker, or the firm behind it. Ask early.",
      `If the company finds something missing and says so, there are ${days.cure} days to put it right.`,
      "Filed does not mean on the ballot: a proposal can be challenged, left out or withdrawn before the vote.",
    ],
    source: "Source",
    asOf: (date: string) => `As of ${date}.`,
    undated: "No date is recorded.",
    checkedOn: (date: string, by: string) => `Checked against its source on ${date} by ${by}.`,
    stale: "That check is too old to rely on.",
    notChecked: "Not checked: no organizer has compared this with the rule’s text yet.",
  },

  deadline: {
    heading: "The last day for proposals",
    known: (date: string, year: number) =>
      `The last day for proposals for the meeting of ${year} is ${date}.`,
    unknown: "It is not verified here, so none is printed. Ask the company.",
  },

  packet: {
    heading: "Papers to start from",
    text: "Three letters in your own name: to your broker for the proof of ownership, and two statements to the company. Everything that we never ask for stands in square brackets, for you to fill in. Send them yourself: we do not want a copy.",
    empty: "Without your details",
    pdf: "PDF (Letter)",
    plain: "Plain text",
    fill: "With your details filled in",
    fillHint:
      "They go into the papers and are stored nowhere. What you leave empty stays in square brackets.",
    name: "Your name",
    shares: "Number of shares",
    month: "Held since, year and month",
    paper: "Sheet",
    papers: { letter: "Letter, 8½ × 11 inches", a4: "A4" },
    makePdf: "Make the PDF",
    makeText: "Make it as plain text",
    willing: "Are you willing to co-file? Say so in your pledge",
    willingText: "and, if you agree to it there, organizers write to you about it.",
    summary: "The papers are not made yet",
  },

  /** By code: what to do. What is not here is said by the words of the pledge form and of all forms. */
  errors: {
    "since-missing": "Write the month, or choose a rough time. “Not sure” is an answer too",
    "price-plain": "Write the price in plain digits, like 512.30",
    "paper-unknown": "Choose Letter or A4",
    "name-long": "Shorten the name to 120 characters",
  } as Record<string, string>,

  /** The papers. What stands in square brackets is for the holder to fill in: it is never asked for. */
  papers: {
    title: (company: string) => `Papers for a co-filer at ${company}`,
    subject: "Letters of a shareholder under Rule 14a-8, to fill in",
    about: (company: string) =>
      `For shareholders of ${company} who are willing to co-file a proposal, each in their own right and counted alone.`,
    of: (campaign: string) => `Prepared by the campaign “${campaign}”.`,
    howHeading: "How to use these papers",
    how: [
      "Fill in what stands in square brackets, and strike out what does not fit. We never ask for it, so it is left open here.",
      "Sign and date each letter. Send the first to your broker, and the other two to the company together with the proposal.",
      "Keep the originals. Do not send us a copy.",
    ],
    insideHeading: "What is inside",
    rule: (url: string) =>
      `What the rule asks, with its tiers and deadlines, and whether an organizer has checked that, stands at ${url}. Read the rule’s text and the company’s newest proxy statement before you file.`,
    nameLeftOut:
      "The name that was given has letters which these pages cannot print. Its place is left open: write it by hand, or use the plain text, which holds every letter.",
    disclosuresHeading: "Please note",
    whoHeading: "Who runs and funds this campaign",

    blank: {
      name: "[your name]",
      address: "[your address]",
      date: "[date]",
      signature: "[signature]",
      broker: "[name and address of your broker or bank]",
      account: "[the account, as your broker names it]",
      company: (company: string) =>
        `[${company}, for its corporate secretary, at the address in its newest proxy statement]`,
      shares: "[number]",
      since: "[day, month and year]",
      dayIn: (month: string) => `[day] ${month}`,
      year: "[year]",
      filed: "[day on which you submit the proposal]",
      title: "[title of the proposal]",
      reach: "[telephone number or e-mail address]",
    },

    broker: {
      title: "Letter to the broker: proof of ownership",
      subject: (company: string, account: string) =>
        `Proof of my ownership of ${company} shares, account ${account}`,
      ask: (company: string, shares: string) =>
        `You hold ${shares} shares of ${company} for me. I intend to submit a shareholder proposal to the company under Rule 14a-8, as one of several filers, each in their own right. For that I need a proof of my ownership from the DTC participant that holds the shares.`,
      please: "Please send me a letter on your letterhead, signed and dated, which states:",
      states: (company: string, shares: string, since: string, filed: string) => [
        "my name as the owner of the shares;",
        "that your firm is a DTC participant and holds them, with the name under which it is listed there;",
        `that I have held at least ${shares} shares of ${company} without a break from ${since} up to and including ${filed}.`,
      ],
      chain:
        "If another firm is the DTC participant that holds the shares for you, please send me such a letter from that firm as well, and your own letter that names me as its client behind you.",
      time: (days: string, reach: string) =>
        `The company may ask for a correction, and the rule leaves ${days} for it. If anything stands in the way, please tell me soon: ${reach}.`,
      fewDays: "few days",
      days: (days: number) => icu("{days, plural, one {# day} other {# days}}", { days }),
    },
    hold: {
      title: "Statement of intent to hold the shares",
      subject: (company: string, title: string) => `Shareholder proposal to ${company}: ${title}`,
      own: (company: string, shares: string, since: string) =>
        `I own ${shares} shares of ${company} and have held them without a break since ${since}. The proof of ownership comes from the DTC participant that holds them.`,
      intend: (year: string) =>
        `I intend to hold these shares, at the least as many as the rule asks for, without a break through the date of the shareholders’ meeting of ${year}, for which I submit this proposal.`,
      alone:
        "I make this statement for myself alone. My shares are added to nobody else’s to meet the rule, and I submit no other proposal for that meeting.",
    },
    meet: {
      title: "Statement of availability",
      subject: (company: string, title: string) => `Shareholder proposal to ${company}: ${title}`,
      able: (company: string) =>
        `I am able to meet with ${company}, in person or by a call, to talk about the proposal that I have submitted. I can do so on these days, all within the time after submission that the rule sets:`,
      times: [
        "[day], from [time] to [time], [time zone]",
        "[day], from [time] to [time], [time zone]",
        "[day], from [time] to [time], [time zone]",
      ],
      reach: (reach: string) => `To agree on one of them, please reach me at ${reach}.`,
    },
    to: "To:",
    re: "Subject:",
    regards: "Sincerely,",
    page: (number: number, of: number) => `Page ${number} of ${of}`,
    hash: (sha256: string) => `SHA-256 of the text: ${sha256}`,
  },
};
