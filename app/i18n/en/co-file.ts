import { icu } from "./icu.ts";

const noTiers = "The rule’s tiers for this company have not been entered yet.";
const when = "[day], from [time] to [time], by the clock at the company’s head office";
export default {
  title: "Can I co-file?",
  description: (company: string, rule: string) =>
    `When a ${company} shareholder may qualify alone to co-file a proposal under ${rule}.`,
  eyebrow: (company: string) => `For people who own ${company} shares`,
  standfirst: (rule: string) =>
    `Several shareholders can file one proposal, each qualifying alone. Enter what you hold and since when to see whether you may qualify under ${rule}.`,
  disclosures: "What a pledge is and isn’t",
  privacy: "We use your answers for this calculation only and don’t store them.",

  form: {
    shares: "How many shares?",
    number: "Number",
    bucket: "Or a range",
    noBucket: "No range",
    sharesHint: "Fractions like 12.5 are fine, and a range counts at its lower end.",
    since: "Held continuously since when?",
    month: "Year and month",
    tenure: "Or roughly",
    noTenure: "Not given",
    sinceHint: "Enter only shares held since then; we count from the end of the month.",
    price: "Highest price of one share in the last 60 days, in dollars",
    priceHint: {
      "no-price": "We have no price: look it up and enter it in digits, like 512.30.",
      "price-stale": (date: string) =>
        `Our price, from ${date}, is too old: look it up and enter it in digits, like 512.30.`,
    },
    button: "See whether I may qualify",
    again: "Calculate again",
    summary: (count: number) =>
      icu("{count, plural, one {Please correct one field} other {Please correct # fields}}", { count }),
  },

  answer: {
    now: "You may qualify now",
    nowText: (tier: string, rule: string) => `On your own, you reach this tier of ${rule}: ${tier}.`,
    from: (date: string) => `You may qualify from ${date}`,
    fromText: (tier: string, rule: string) =>
      `From then on, you reach this tier of ${rule} on your own: ${tier}. It depends on the price in the weeks before you file and on holding without a break.`,
    below: "Not yet: the value is below the lowest tier",
    belowText: (tier: string, shares: string, count: number) =>
      icu(
        "The lowest tier is {tier}. At the price below, that value is {count, plural, one {{shares} share} other {{shares} shares}}.",
        { tier, shares, count },
      ),
    cannot: "We can’t tell yet",
    why: {
      "no-rule": noTiers,
      "no-price":
        "The value of your shares depends on the price. Enter the highest price of the last 60 days.",
      "price-stale": "Our share price is too old. Enter the highest price of the last 60 days.",
      "range-too-wide": (tier: string) =>
        `Your range spans the lowest tier, ${tier}. Enter a number instead.`,
      "tenure-unknown": (tier: string) =>
        `The value is enough for the lowest tier, ${tier}. Whether you have held long enough depends on the month you bought: see your statements.`,
    },
    counted: "What we used",
    shares: "Shares",
    lowerEnd: (shares: string) => `${shares}, the lower end of the range`,
    price: "Price",
    priceOf: (price: string, date: string) => `${price} a share, the highest in 60 days, as of ${date}`,
    priceUndated: (price: string) => `${price} a share, the highest in 60 days`,
    ownPrice: (price: string) => `${price} a share, as you entered it`,
    value: "Value",
    since: "Held since",
    endOf: (month: string) => `the end of ${month}`,
    rough: (range: string) => `${range}, counted at its lower end`,
    notSaid: "not known",
    rule: "Rule",
    ruleOf: (date: string) => `as of ${date}`,
    ruleUndated: "no date recorded",
    checked: "Verified",
    isChecked: "An organizer verified the rule and the price against their sources.",
    notChecked:
      "Not verified recently by an organizer. Compare the rule and price with their sources before relying on this.",
    notCheckedOwn:
      "Not verified: you entered the price. Compare it and the rule with their sources before relying on this.",
    narrower: "An exact number and month might give an earlier date or another tier.",
    strongest: "This is only an estimate: the rule’s text and the company decide whether you qualify.",
  },

  tier: (dollars: string, years: number) =>
    icu("at least {dollars} in value, held for at least {years, plural, one {# year} other {# years}}", {
      dollars,
      years,
    }),

  rule: {
    heading: (rule: string) => `What ${rule} requires`,
    none: noTiers,
    caption: "Meet any one of these on your own",
    value: "Value of the shares",
    held: "Held continuously for",
    atLeast: (dollars: string) => `at least ${dollars}`,
    years: (years: number) => icu("{years, plural, one {# year} other {# years}}", { years }),
    terms: (days: { window: number; cure: number; words: number }) => [
      `The value is the number of shares times the highest price in the ${days.window} days before you submit the proposal.`,
      "Each co-filer must meet a tier alone; shares are never added up.",
      "You must hold the shares without a break. You must say in writing that you will hold them through the meeting.",
      "You must say when you can meet the company: dates 10 to 30 days after you submit, with times of day at its head office, and how to reach you. Co-filers offer the same dates, or name one lead filer.",
      "One proposal per person per meeting.",
      `The proposal and its supporting statement may have at most ${days.words} words.`,
      "Proof that you own the shares comes from the DTC participant that holds them: your broker or the firm behind it. Ask early. Registered holders need none.",
      `If the company notifies you of a deficiency, you have ${days.cure} days to fix it.`,
      "A company may leave a filed proposal off the ballot. Since November 17, 2025, the SEC’s staff has answered few requests to judge that. Some proponents sued. AT&T and PepsiCo put theirs back in 2026. What the staff has done since October 1, 2026 is not known here.",
      "Sponsors and institutions with more than $5 million of the company’s stock must file a notice within three days of first using written material (Rule 14a-6(g)).",
    ],
    source: "Source",
    asOf: (date: string) => `As of ${date}.`,
    undated: "No date recorded.",
    checkedOn: (date: string, by: string) => `Verified against its source on ${date} by ${by}.`,
    stale: "That check is too old to rely on.",
    notChecked: "Not verified: no organizer has compared this with the rule’s text yet.",
  },

  deadline: {
    heading: "Proposal deadline",
    known: (date: string, year: number) => `The proposal deadline for the ${year} meeting is ${date}.`,
    unknown: "Not verified yet. Ask the company.",
  },

  packet: {
    heading: "Documents to start from",
    text: "Five papers in your name: the letter, the proposal, proof that you own shares or a request for it, a statement of how long you hold them and when you can meet, and who leads. A sixth is only for when somebody else files for you. Fill in the square brackets and send them yourself; we don’t want a copy.",
    empty: "Without your details",
    pdf: "PDF (Letter)",
    plain: "Plain text",
    fill: "Add your details",
    fillHint: "They go only into the documents and are not stored; what you leave empty stays in brackets.",
    name: "Your name",
    shares: "Number of shares",
    month: "Held since, year and month",
    registered: "I hold the shares in my own name, without a broker",
    paper: "Paper size",
    papers: { letter: "Letter, 8½ × 11 inches", a4: "A4" },
    makePdf: "Create PDF",
    makeText: "Create plain text",
    willing: "Are you willing to co-file? Say so in your pledge",
    willingText: "and organizers can contact you, if you agree.",
    summary: "Documents not created yet",
  },

  /** By code: what to do. What is not here is said by the words of the pledge form and of all forms. */
  errors: {
    "shares-plain": "Enter the number in plain digits, like 120 or 12.5",
    "shares-missing": "Enter how many shares, or choose a range",
    "shares-or-bucket": "Enter a number or choose a range, not both",
    "bucket-unknown": "Choose a range from the list",
    "since-missing": "Enter the month, or choose a rough time; “Not sure” is fine too",
    "price-plain": "Enter the price in digits, like 512.30",
    "paper-unknown": "Choose Letter or A4",
    "name-long": "Shorten the name to 120 characters",
  } as Record<string, string>,

  /** The papers. The holder fills in what is in square brackets: it is never asked for. */
  papers: {
    title: (company: string) => `Documents for a co-filer at ${company}`,
    subject: (rule: string) => `Shareholder papers under ${rule}, to fill in`,
    about: (company: string) =>
      `For ${company} shareholders willing to co-file a proposal, each qualifying alone.`,
    of: (campaign: string) => `Prepared by the campaign “${campaign}”.`,
    howHeading: "How to use these documents",
    how: [
      "Fill in the square brackets and strike out what doesn’t apply. We never ask for these details.",
      "Every co-filer submits the same proposal, word for word. Paper 5 is not needed if you are the only filer, or if all co-filers offer the same dates.",
      "Sign and date each letter. Send the request for proof to your broker first, and the rest to the company together, with the proof once you have it. Keep a record of the day you submit.",
      "Ask the company to confirm by reply. Keep the originals. Don’t send us a copy.",
    ],
    insideHeading: "What is inside",
    rule: (url: string) =>
      `For the rule’s tiers and deadlines, and whether an organizer verified them, see ${url}. Before you file, read the rule and the company’s latest proxy statement.`,
    nameLeftOut:
      "These pages can’t print some letters in your name. Write it by hand in the space left, or use the plain text.",
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
      reach: "[telephone number and email address]",
      lead: "[name and contact details of the lead filer]",
      topic: "[topic of the proposal]",
      representative: "[name and address of who files for you]",
      resolution: "[the resolution and its supporting statement]",
    },

    strike: "[Strike out what doesn’t apply]",
    proposalTo: (company: string, title: string) => `Shareholder proposal to ${company}: ${title}`,

    submit: {
      title: "1. Submission letter",
      ask: (company: string, year: string, rule: string) =>
        `I submit the enclosed proposal for ${company}’s shareholders’ meeting of ${year} under ${rule}.`,
      as: (lead: string) => [
        "I am the only filer.",
        "I am the lead filer, and others co-file it.",
        `I co-file it with the lead filer, ${lead}.`,
      ],
      proof: [
        "The proof of my ownership is enclosed.",
        "I have asked for the proof of my ownership, and it follows.",
      ],
      inOwnName: "The shares are registered in my name, so you can verify them in your own records.",
      enclosed: "Enclosed: the proposal, my statement of holding and availability, and what is named above.",
      acknowledge: (reach: string) =>
        `Please confirm by reply that you have received this, with the day of receipt: ${reach}.`,
    },
    proposal: {
      title: "2. Proposal",
      words: (words: number | null) =>
        words === null
          ? "The rule limits the words of the resolution and its supporting statement together."
          : `The resolution and its supporting statement together may have at most ${words} words.`,
    },
    broker: {
      title: "3. Request for proof of ownership",
      none: "3. Proof of ownership: none needed",
      noneText:
        "You are a registered holder: the company can verify your shares in its own records. You need no letter from a broker.",
      notRegistered:
        "Paper 3 is for shares held through a broker or bank. A registered holder needs no proof: leave it out.",
      subject: (company: string, account: string) =>
        `Proof of my ownership of ${company} shares, account ${account}`,
      ask: (company: string, shares: string, rule: string) =>
        `You hold ${shares} shares of ${company} for me. I intend to submit a shareholder proposal to the company under ${rule}, as one of several filers, each in their own right. For that I need a proof of my ownership from the DTC participant that holds the shares.`,
      please: "Please send me a letter on your letterhead, signed and dated, which states:",
      states: (company: string, shares: string, since: string, filed: string) => [
        "my name as the owner of the shares;",
        "that your firm is a DTC participant and holds them, with the name under which it is listed there;",
        `that I have held at least ${shares} shares of ${company} without a break from ${since} up to and including ${filed}.`,
      ],
      chain:
        "If another firm is the DTC participant that holds the shares for you, please also send me such a letter from that firm. In your own letter, please name me as the client you hold them for.",
      time: (days: string, reach: string) =>
        `The company may ask for a correction, and the rule leaves ${days} for it. If there is a problem, please tell me soon: ${reach}.`,
      fewDays: "few days",
      days: (days: number) => icu("{days, plural, one {# day} other {# days}}", { days }),
    },
    hold: {
      title: "4. Statement of holding and availability",
      own: (company: string, shares: string, since: string) =>
        `I own ${shares} shares of ${company} and have held them without a break since ${since}.`,
      intend: (year: string) =>
        `I intend to hold these shares, at least as many as the rule requires, without a break through the date of the shareholders’ meeting of ${year}, for which I submit this proposal.`,
      alone:
        "I make this statement for myself alone. My shares are added to nobody else’s to meet the rule, and I submit no other proposal for that meeting.",
      able: (company: string, filed: string) =>
        `I am able to meet with ${company}, in person or by teleconference, to discuss the proposal, 10 to 30 calendar days after I submit it on ${filed}.`,
      dates: [
        "I am available at these times, and every co-filer has agreed to offer the same.",
        "The lead filer named in paper 5 gives the dates and times for all co-filers.",
      ],
      times: [when, when, when],
      reach: (reach: string) => `To agree on one of them, please reach me at ${reach}.`,
    },
    leads: {
      title: "5. Lead-filer designation",
      co: (company: string, title: string) => `I co-file the proposal “${title}” at ${company}.`,
      lead: (lead: string) => `Its lead filer is ${lead}.`,
      talks:
        "The lead filer gives dates and times to meet for all co-filers, and may discuss the proposal with the company. Please write to both of us.",
      withdraw: [
        "The lead filer may withdraw the proposal for me too.",
        "Only I can withdraw my own filing.",
      ],
    },
    /** Rule 14a-8(b)(1)(iv) wants a statement in this word. */
    represented: {
      title: (rule: string) => `6. Only if somebody else files for you: statement under ${rule}(b)(1)(iv)`,
      to: (company: string, year: string) =>
        `Company and meeting: ${company}, shareholders’ meeting of ${year}.`,
      who: (name: string, representative: string) => `Proponent: ${name}. Representative: ${representative}.`,
      says: (topic: string) =>
        `I authorize this representative to submit the proposal on ${topic} for me and to act for me about it. I support the proposal.`,
      noVote: "This is about the proposal alone. It gives nobody my vote.",
    },
    to: "To:",
    re: "Subject:",
    regards: "Sincerely,",
    page: (number: number, of: number) => `Page ${number} of ${of}`,
    hash: (sha256: string) => `SHA-256 of the text: ${sha256}`,
  },
};
