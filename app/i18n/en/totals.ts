import { icu } from "./icu.ts";

type Checked = "verified" | "unverified" | "stale";
type WhyNot = "unset" | "unverified" | "stale";

export default {
  title: "What shareholders have pledged",
  titleOf: (campaign: string) => `What shareholders have pledged: ${campaign}`,
  description: (company: string) =>
    `How many ${company} shareholders have pledged and how many shares they reported.`,
  standfirst: (company: string) =>
    `People who own ${company} shares pledge to vote them, and may say how. Here are the totals, and how much was verified.`,
  pledge: "Pledge how you will vote",

  meeting: (company: string, year: number) => `${company}’s annual meeting of ${year}`,
  status: {
    expected: "Expected; not announced yet.",
    announced: "Announced.",
    open: "Voting is open.",
    closed: "Voting is over.",
    results: "The meeting is over.",
    held: "Held; results not entered yet.",
  },
  dates: {
    meetingOn: "Meeting",
    recordDate: "Record date",
    ballotOpenOn: "Voting opens",
    voteBy: "Vote by",
    planVoteBy: "Plan trustees by",
    none: "No dates known yet.",
    trust: {
      verified: (asOf: string) => `Verified by an organizer, as of ${asOf}.`,
      unverified: (asOf: string | null) =>
        asOf === null
          ? "Not verified by an organizer yet."
          : `As of ${asOf}. Not verified by an organizer yet.`,
      stale: (asOf: string) => `Last verified by an organizer as of ${asOf}; the dates may have changed.`,
    } satisfies Record<Checked, unknown>,
  },
  noMeeting: {
    standfirst: "No meeting is known yet, so there are no pledges.",
    next: "Once an organizer enters a meeting, shareholders can pledge and their totals appear here.",
  },

  /** After their number. */
  holders: (count: number, company: string, year: number) =>
    icu(
      "{count, plural, one {shareholder has} other {shareholders have}} pledged for {company}’s annual meeting of\u00a0{year}.",
      { count, company, year },
    ),
  empty: {
    none: (company: string, year: number) =>
      `No shareholder has pledged yet for ${company}’s annual meeting of ${year}.`,
    heading: "No totals yet",
    text: "Once five shareholders have pledged, this page shows how many shares they hold, how they plan to vote, and how much we verified. Fewer would reveal what one of them holds.",
    soon: "At least five have pledged. Totals appear once they reveal no group under five, usually within a minute.",
    how: "If you own shares, you are one of the five.",
  },

  shares: {
    heading: "Shares",
    caption: "By how much was verified",
    published: (moment: string) =>
      `Calculated on ${moment}. To protect individual holdings, sums change only when five people change them, none by more than half. Parts may be older than the total and not add up to it; the number of shareholders is current.`,
    /** Stands over every sum of checked and self-reported holdings. */
    together: "Total, verified or not",
  },
  columns: {
    group: "Group",
    holders: "Shareholders",
    wholeShares: "Whole shares",
    range: "Ranges",
    meaning:
      "Whole shares: from shareholders who gave a number. Ranges: from those who gave a range, lowest to highest possible sum.",
  },
  range: (min: string, max: string) => `${min} to ${max}`,
  notShown: "not shown",
  suppressed: "Groups under five are hidden, along with any group that would reveal them.",

  verification: {
    self_reported: "Self-reported",
    email_confirmed: "Self-reported, email confirmed",
    document_checked: "Document seen by an organizer",
    broker_letter: "Broker letter seen by an organizer",
  },
  intentions: {
    heading: "How they intend to vote",
    caption: "On proposals like these",
    item: (number: number | null, title: string) => (number === null ? title : `Item ${number}: ${title}`),
    for: "For",
    against: "Against",
    abstain: "Abstain",
    undecided: "Undecided",
  },
  holding: {
    heading: "How they hold their shares",
    caption: "This determines who sends the ballot and when it is due",
    broker: "With a broker",
    registered: "In their own name, with the transfer agent",
    employee_plan: "In a plan with a trustee",
    ira_brokerage: "In a self-directed retirement account",
    foreign_broker: "With a broker outside the US",
    elsewhere: "With a broker in another country",
    unsure: "Not sure",
  },
  kind: {
    heading: "For themselves or others",
    caption: "An institution manages shares for others",
    direct: "For themselves",
    institution: "As an institution",
  },
  noneShown: "No breakdown yet: each group shown must have five people.",
  funds: {
    heading: "Fund holders, counted separately",
    count: (count: string) => `${count} people told us they hold only a fund or an ETF.`,
    notShown:
      "The number of people who hold only a fund or an ETF is hidden for now, to protect groups under five.",
    apart: "The fund votes, not they, so no other number here includes them.",
    letters: (holders: string) =>
      `${holders} of them told us about their letter to the fund manager or their voting policy:`,
    answer: "Answer",
    holders: "Fund holders",
    answers: {
      supports: "Wrote; the manager supports such proposals",
      declines: "Wrote; the manager says no",
      no_position: "Wrote; the manager won’t say how it votes",
      no_answer: "Wrote; no reply yet",
      policy: "Chose a voting policy",
      not_yet: "Haven’t written yet",
      not_sent: "Won’t write",
    },
    rule: "As reported. Numbers change only after at least five answers change; groups under five are hidden.",
  },

  value: {
    shown: (dollars: string, price: string, asOf: string) =>
      `Whole shares given as a number are worth about ${dollars} at ${price} a share, the price on ${asOf}. Ranges are not included.`,
    hidden: {
      unset: "No dollar value: we have no share price.",
      unverified: "No dollar value: our share price has not been verified.",
      stale: "No dollar value: our share price is out of date.",
    } satisfies Record<WhyNot, string>,
  },
  point: {
    shown: (shares: string, outstanding: string, asOf: string) =>
      `If every share were voted, one percentage point would be ${shares} shares: ${outstanding} were outstanding on ${asOf}. Pledges alone don’t change a result. They show who owns shares, would co-file and will ask questions.`,
    hidden: {
      unset: "Shares per percentage point are not known: we have no number of all shares.",
      unverified: "Once we’ve verified how many shares exist, we’ll show how many are one percent.",
      stale: "Shares per percentage point are hidden: our number of all shares is out of date.",
    } satisfies Record<WhyNot, string>,
  },

  voted: {
    heading: "Who voted",
    pledged: "Pledged",
    known: "Answered",
    voted: "Voted",
    asPledged: "As pledged",
    otherwise: "Differently",
    didNot: "Did not vote",
    all: "All",
    exactly: (voted: string, known: string, percent: number) =>
      `${voted} of the ${known} shareholders who answered voted (${percent}%).`,
    between: (min: string, max: string, known: string) =>
      `Between ${min} and ${max} of the ${known} shareholders who answered voted.`,
    percent: (count: string, percent: number) => `${count} (${percent}%)`,
    rule: "As reported. Numbers change only after at least five answers change; groups where fewer than five voted, or fewer than five didn’t, are hidden.",
    none: "No answers yet. We ask the day after the meeting, and answers appear here.",
    live: "Live figures from active pledges. The public page needs 20 answers and leaves out groups under five.",
  },

  results: {
    heading: "Results of earlier proposals",
    held: (year: number) => `The meeting of ${year}: held; results not entered yet.`,
    /** The one fact of the chart, from the least and the most of what is drawn. */
    title: (count: number, since: number, least: string, most: string) =>
      least === most
        ? icu(
            "{count, plural, one {One proposal, in {since}, got {most} yes votes} other {Since {since}, # proposals each got {most} yes votes}}",
            { count, since, most },
          )
        : icu(
            "{count, plural, one {One proposal, in {since}, got {most} yes votes} other {Since {since}, # proposals got from {least} to {most} yes votes}}",
            { count, since, least, most },
          ),
    /** After the title, where any of what is drawn is not verified. */
    titleNotVerified: (all: boolean) =>
      all ? ", as reported, not verified" : ", some as reported, not verified",
    label: (year: number, number: number | null, title: string) =>
      number === null ? `${year}: ${title}` : `${year}, item ${number}: ${title}`,
    percent: (percent: string) => `${percent}%`,
    half: "half of the votes",
    method: (company: string) =>
      `${company} divides votes for by votes for and against. It leaves out abstentions and shares not voted.`,
    selection: (company: string) =>
      `This is a selection: ${company}’s holders voted on more items. Its filing after each meeting lists all.`,
    reported: "“Over” is as reported: we have no counts of votes.",
    unverified: (count: number, of: number) =>
      count === of
        ? "Not verified against the company’s filings yet, so no source is linked."
        : `${count} of ${of} not verified against the company’s filings yet.`,
    verified: "Verified by an organizer against the company’s filings.",
    table: "Show results as a table",
    proposal: "Proposal",
    votes: (votesFor: string, votesAgainst: string) => `${votesFor} for, ${votesAgainst} against`,
    abstained: (votes: string) => `${votes} abstained`,
    corrected: (item: string, was: string, is: string) =>
      `${item}. We gave the result as ${was}. It is ${is}.`,
    removed: (item: string, was: string) => `${item}. We gave the result as ${was}. We no longer show it.`,
    share: "Share",
    source: "Source",
    toSource: (title: string) => `Filing for “${title}”`,
    link: "Filing",
    notVerified: "not verified",
    reportedNotVerified: "as reported, not verified",
    /** In the place of a share that would be worked out of votes that nobody has checked. */
    hidden: "votes recorded, not verified",
    noShare: "not shown",
    noLink: "verified, no link recorded",
    none: "No earlier results recorded yet.",
  },

  method: {
    heading: "How we count",
    text: [
      "A pledge counts once confirmed by email, until it is withdrawn. A change replaces what you said before.",
      "We add whole shares only, as a fraction may have no vote. For ranges, we add up the low ends and the high ends separately. The highest range ends at 10 million shares. Above it, shareholders give a number, which an organizer reviews before it counts.",
      "Holdings are as reported. Where an organizer has seen a document or a letter from the broker, we count them separately. We keep no documents.",
      "Holdings are stored encrypted. This page and its data file contain nothing about any individual.",
    ],
    json: "Download as JSON",
  },

  onCase: {
    heading: "Shareholders",
    ask: (company: string, year: number) =>
      `Do you own ${company} shares? Say how you will vote them at its annual meeting of ${year}.`,
    count: (holders: number, written: string) =>
      icu(
        "{holders, plural, =0 {} one { One shareholder has so far.} other { {written} shareholders have so far.}}",
        { holders, written },
      ),
    shares: (shares: string, date: string) => ` On ${date}: ${shares} whole shares, self-reported.`,
    noDate: " Its date is to be announced.",
    fund: "Do you own a fund that holds them? Ask its manager how it votes: the same form helps.",
    toTotals: "What shareholders have pledged",
  },
};
