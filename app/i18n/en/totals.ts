import { icu } from "./icu.ts";

type Checked = "verified" | "unverified" | "stale";
type WhyNot = "unset" | "unverified" | "stale";

export default {
  title: "What shareholders have pledged",
  titleOf: (campaign: string) => `What shareholders have pledged: ${campaign}`,
  description: (company: string) =>
    `How many holders of ${company} shares have pledged, and how many shares they told us of, by their own word.`,
  standfirst: (company: string) =>
    `People who own ${company} shares pledge to vote them themselves, and may say how. These are their totals, and how much of them has been checked.`,
  pledge: "Pledge how you will vote",

  meeting: (company: string, year: number) => `${company}’s annual meeting of ${year}`,
  status: {
    expected: "Expected. It has not been announced.",
    announced: "Announced.",
    open: "Voting is open.",
    closed: "Voting is over.",
    results: "It is over.",
  },
  dates: {
    heading: "Its dates",
    meetingOn: "Meeting",
    recordDate: "Record date",
    ballotOpenOn: "Voting opens",
    voteBy: "Vote by",
    planVoteBy: "Employee plans by",
    none: "No date of it is known yet.",
    trust: {
      verified: (asOf: string) => `Checked by an organizer, as of ${asOf}.`,
      unverified: (asOf: string | null) =>
        asOf === null
          ? "No organizer has checked these dates yet."
          : `As of ${asOf}. No organizer has checked these dates yet.`,
      stale: (asOf: string) =>
        `Checked by an organizer, as of ${asOf}. That is a while ago: they may have changed.`,
    } satisfies Record<Checked, unknown>,
  },
  noMeeting: {
    standfirst: "No meeting of the company is known yet, so nobody is asked for a pledge.",
    next: "Once an organizer has entered one, holders can pledge how they will vote at it, and their totals stand here.",
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
    heading: "Nothing to add up yet",
    text: "From five shareholders on, this page shows how many shares they told us of, by what has been checked, by what they intend and by how they hold them. With fewer, a sum would tell what one of them holds.",
    soon: "Five have pledged or more. Their totals stand here once enough of them have changed that no sum tells of fewer than five, mostly within a minute.",
    how: "If you own shares of the company, your pledge is one of those five.",
  },

  shares: {
    heading: "Shares",
    caption: "By what is known of each holding",
    published: (moment: string) =>
      `Added up on ${moment}. The sums move only when at least five pledges have changed, so that nobody’s holding can be told from them. Parts may be older than the whole and need not add up to it; the number of shareholders above is of this moment.`,
    /** Stands over every sum of checked and self-reported holdings. */
    together: "All of them, checked or not",
  },
  columns: {
    group: "Group",
    holders: "Holders",
    wholeShares: "Whole shares",
    range: "In ranges",
    meaning:
      "Whole shares are those of holders who told a number. In ranges: of those who told a range, from the sum of its lower ends to the sum of its upper ends.",
  },
  range: (min: string, max: string) => `${min} to ${max}`,
  notShown: "not shown",
  suppressed:
    "Groups of fewer than five are not shown. Where that would let one be worked out, another is left out with it.",

  verification: {
    self_reported: "Self-reported",
    email_confirmed: "Self-reported, e-mail confirmed",
    document_checked: "An organizer has seen a document",
    broker_letter: "An organizer has seen a letter of the broker",
  },
  intentions: {
    heading: "How they intend to vote",
    caption: "In general, on proposals this campaign supports",
    item: (number: number | null, title: string) => (number === null ? title : `Item ${number}: ${title}`),
    for: "For",
    against: "Against",
    abstain: "Abstain",
    undecided: "Undecided",
  },
  holding: {
    heading: "How they hold their shares",
    caption: "It decides who sends the ballot, and until when",
    broker: "With a broker",
    registered: "In their own name, with the transfer agent",
    employee_plan: "In an employee plan",
    ira_brokerage: "In a retirement account they direct",
    foreign_broker: "With a broker outside the US",
    unsure: "Not sure",
  },
  kind: {
    heading: "For themselves or for others",
    caption: "An institution manages shares for others",
    direct: "For themselves",
    institution: "As an institution",
  },
  noneShown:
    "No group is shown here yet, because it would have fewer than five in it, or tell of another group that does.",
  funds: {
    heading: "Fund holders, counted apart",
    count: (count: string) => `${count} people who hold only a fund or an ETF have told us so.`,
    notShown:
      "How many people hold only a fund or an ETF is not shown yet, because it would tell of a group under five.",
    apart: "The fund has the votes, not they: they are in no other number on this page.",
    letters: (told: string) =>
      `${told} of them told us what came of their letter to the fund’s manager, or of the voting policy they could choose:`,
    answer: "Answer",
    holders: "Fund holders",
    answers: {
      supports: "Wrote. The manager says it supports such proposals",
      declines: "Wrote. The manager says no",
      no_position: "Wrote. The manager does not say how it votes",
      no_answer: "Wrote. No answer so far",
      policy: "Chose a voting policy",
      not_yet: "Have not written yet",
      not_sent: "Will not write",
    },
    rule: "As they tell it themselves. The numbers move only when at least five answers have changed, and no group under five is shown.",
  },

  value: {
    shown: (dollars: string, price: string, asOf: string) =>
      `The whole shares that were told as a number are worth about ${dollars} at ${price} a share, the price of ${asOf}. Ranges are not in it.`,
    hidden: {
      unset: "No value in dollars is shown: we hold no share price.",
      unverified: "No value in dollars is shown: no organizer has checked the share price we hold.",
      stale: "No value in dollars is shown: the share price we hold is out of date.",
    } satisfies Record<WhyNot, string>,
  },
  point: {
    shown: (shares: string, outstanding: string, asOf: string) =>
      `If every share were voted, one percentage point would be ${shares} shares: ${outstanding} were outstanding on ${asOf}. Pledges do not move a result by themselves. They show who holds, who would co-file, and who will ask.`,
    hidden: {
      unset:
        "We do not say how many shares one percentage point is: we hold no number of shares outstanding.",
      unverified:
        "We do not say how many shares one percentage point is: no organizer has checked the number of shares outstanding that we hold.",
      stale:
        "We do not say how many shares one percentage point is: the number of shares outstanding that we hold is out of date.",
    } satisfies Record<WhyNot, string>,
  },

  voted: {
    heading: "Who voted",
    pledged: "Pledged",
    known: "Told us",
    voted: "Voted",
    asPledged: "As pledged",
    otherwise: "Otherwise",
    didNot: "Did not vote",
    all: "All",
    exactly: (voted: string, known: string, percent: number) =>
      `${voted} of the ${known} shareholders who told us voted (${percent}%).`,
    between: (min: string, max: string, known: string) =>
      `Between ${min} and ${max} of the ${known} shareholders who told us voted.`,
    percent: (count: string, percent: number) => `${count} (${percent}%)`,
    rule: "As they tell it themselves. The numbers move only when at least five answers have changed, and no group is shown in which fewer than five voted or fewer than five did not.",
    none: "Nobody has told us yet whether they voted. The question goes out the day after the meeting, and the answers stand here.",
    live: "Live, over pledges in force. In public from 20 known answers on, without groups under five.",
  },

  results: {
    heading: "How earlier proposals fared",
    /** The one fact of the chart, from the least and the most of what is drawn. */
    title: (count: number, since: number, least: string, most: string) =>
      least === most
        ? icu(
            "{count, plural, one {One proposal, in {since}, had {most} of the votes for and against} other {Since {since}, # proposals each had {most} of the votes for and against}}",
            { count, since, most },
          )
        : icu(
            "{count, plural, one {One proposal, in {since}, had {most} of the votes for and against} other {Since {since}, # proposals had from {least} to {most} of the votes for and against}}",
            { count, since, least, most },
          ),
    /** After the title, where any of what is drawn is not verified. */
    titleNotVerified: (all: boolean) =>
      all ? ", as reported and not verified" : ", some as reported and not verified",
    label: (year: number, number: number | null, title: string) =>
      number === null ? `${year}: ${title}` : `${year}, item ${number}: ${title}`,
    percent: (percent: string) => `${percent}%`,
    half: "half of the votes",
    method: (company: string) =>
      `Percentages as ${company} computes them: votes for, divided by votes for and against. Abstentions and shares that were not voted are left out.`,
    reported: "“Over” stands where a result is as it was reported and the votes are not recorded here.",
    unverified: (count: number, of: number) =>
      count === of
        ? "Not verified: no organizer has compared these with the company’s filings yet, so no source is linked."
        : `${count} of ${of} not verified: no organizer has compared them with the company’s filings yet.`,
    verified: "Compared with the company’s filings by an organizer.",
    table: "The results as a table",
    proposal: "Proposal",
    votes: (votesFor: string, votesAgainst: string) => `${votesFor} for, ${votesAgainst} against`,
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
    none: "No result of an earlier meeting is recorded yet.",
  },

  method: {
    heading: "How this is counted",
    text: [
      "A pledge counts once its holder has confirmed it by e-mail, and for as long as they do not withdraw it. An edit replaces what was there.",
      "Only whole shares are added, since a fraction may carry no vote. Anyone who would rather not give a number can give a range: ranges are added as ranges, the lower ends and the upper ends apart, and we make no midpoint of them. The highest range ends at 10 million shares: whoever holds more gives a number, and an organizer looks at that pledge before it counts.",
      "A holding is what its holder tells us. Where an organizer has seen a document or a letter of the broker, the holding is counted under that; no paper is kept.",
      "Holdings are stored encrypted. Neither this page nor the file behind it holds anything about one person.",
    ],
    json: "The same as a file (JSON)",
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
    shares: (shares: string, date: string) =>
      ` As added up on ${date}: ${shares} whole shares, by their own word.`,
    toTotals: "What shareholders have pledged",
  },
};
