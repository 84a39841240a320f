import type { claims } from "#db/schema/index.ts";

type SeedClaim = Omit<typeof claims.$inferInsert, "campaignId" | "position"> & {
  timeline?: { happenedOn: string; precision: "day" | "month" | "year"; label: string }[];
};

const day = (on: string) => ({ publishedOn: on, publishedPrecision: "day" as const });
const month = (on: string) => ({ publishedOn: `${on}-01`, publishedPrecision: "month" as const });
/** Told by a newsroom whose page no organizer has opened yet: in the campaign's hands since February 2026. */
const byFebruary2026 = { publishedOn: "2026-02-01", publishedPrecision: "by_month" as const };

/**
 * The case in its order of argument. All in our own words but the two quotations of Microsoft. Titles
 * and addresses of sources are empty until an organizer has opened each page.
 */
export const microsoftIceClaims: readonly SeedClaim[] = [
  {
    section: "image",
    kind: "reported",
    text: "For years Microsoft has cultivated the image of the ethically minded big technology company. The press has described it as wanting to be the moral compass of its industry.",
    attribution: "The New York Times",
    publisher: "The New York Times",
    ...byFebruary2026,
    limits: "A description, not a finding.",
  },
  {
    section: "image",
    kind: "reported",
    text: "The chiefs of Apple, Google, Meta and Amazon went to the inauguration of January 2025. Microsoft’s, Satya Nadella, was not there.",
    attribution: "This campaign’s source article",
    limits: "He met the administration on other occasions. It is no proof of resistance.",
    published: false,
    timeline: [{ happenedOn: "2025-01-20", precision: "month", label: "Nadella is not at the inauguration" }],
  },
  {
    section: "image",
    kind: "reported",
    text: "In April 2025, in one case in Delaware, Microsoft replaced the law firm Simpson Thacher, which had made a deal with the administration, with Jenner & Block, which had sued it.",
    attribution: "The New York Times, May 2025; Reuters",
    publisher: "Reuters",
    ...month("2025-04"),
    limits: "One case only. Microsoft gave no reason, and Simpson Thacher kept other work for it.",
    timeline: [
      {
        happenedOn: "2025-04-01",
        precision: "month",
        label: "Microsoft changes its law firm in a Delaware case",
      },
    ],
  },
  {
    section: "image",
    kind: "reported",
    text: "In September 2025 the president of the United States demanded that Microsoft dismiss Lisa Monaco. She stayed.",
    attribution: "Reuters",
    publisher: "Reuters",
    ...day("2025-09-26"),
    limits: "Microsoft did not comment. That it refused is an inference.",
    timeline: [
      {
        happenedOn: "2025-09-26",
        precision: "month",
        label: "The US president demands that Microsoft dismiss Lisa Monaco",
      },
    ],
  },
  {
    section: "reported",
    kind: "reported",
    text: "The data that US Immigration and Customs Enforcement (ICE) keeps in Azure, Microsoft’s cloud, grew from about 400 terabytes in July 2025 to nearly 1,400 in January 2026.",
    brief:
      "ICE’s data in Microsoft’s cloud grew from about 400 to nearly 1,400 terabytes in half a year, newsrooms report from leaked files.",
    attribution: "The Guardian, with +972 Magazine and Local Call, from leaked files",
    publisher: "The Guardian",
    ...day("2026-02-17"),
    limits:
      "The documents do not say what the data is, nor whether it serves surveillance or other work such as running detention facilities.",
    openQuestion: "What the data is, and whether it serves surveillance or other work.",
    figure: {
      unit: "terabyte",
      points: [
        { on: "2025-07", value: 400, qualifier: "about" },
        { on: "2026-01", value: 1400, qualifier: "nearly" },
      ],
    },
    timeline: [
      { happenedOn: "2025-07-01", precision: "month", label: "ICE keeps about 400 terabytes in Azure" },
      { happenedOn: "2026-01-01", precision: "month", label: "ICE keeps nearly 1,400 terabytes in Azure" },
      { happenedOn: "2026-02-17", precision: "day", label: "Three newsrooms report it from leaked files" },
    ],
  },
  {
    section: "reported",
    kind: "reported",
    text: "ICE uses Azure’s storage and virtual machines, Microsoft’s productivity tools, and AI tools that search and analyse images and video.",
    brief:
      "ICE also uses AI tools there that search and analyse images and video. What they are used on is not known.",
    attribution: "The Guardian, with Local Call and, the more specific on the AI tools, +972 Magazine",
    publisher: "The Guardian",
    ...day("2026-02-17"),
    limits: "What the tools are used on is not known.",
    openQuestion: "What the AI tools are used on.",
  },
  {
    section: "reported",
    kind: "reported",
    text: "In July 2025 Congress raised ICE’s budget by 75 billion dollars, which made it the best funded law enforcement agency in the United States.",
    attribution: "The Guardian",
    publisher: "The Guardian",
    ...byFebruary2026,
    limits: "The sum is spread over several years.",
    timeline: [
      {
        happenedOn: "2025-07-02",
        precision: "month",
        label: "Congress adds 75 billion dollars to ICE’s budget",
      },
    ],
  },
  {
    section: "reported",
    kind: "reported",
    text: "ICE has face-recognition apps, phone-location databases, drones and spyware at its disposal.",
    attribution: "The Guardian",
    publisher: "The Guardian",
    ...byFebruary2026,
    limits: "None of these is shown to run on Azure.",
    openQuestion:
      "Whether any of ICE’s face recognition, phone-location data, drones or spyware runs on Azure.",
  },
  {
    section: "company",
    kind: "company_statement",
    text: "Microsoft says that it supplies cloud productivity and collaboration tools to the Department of Homeland Security and to ICE, “through our key partners”, and that its policy bars the use of its technology for mass surveillance of civilians. On that point it says:",
    quotation: "we do not believe ICE is engaged in such activity",
    brief:
      "Microsoft says that its policy bars mass surveillance of civilians, and that it does not believe ICE is doing that.",
    attribution: "Microsoft, reported by Reuters",
    publisher: "Reuters",
    ...day("2026-02-18"),
    limits:
      "The company’s own account. Only the words in quotation marks are Microsoft’s; the rest is our summary.",
    timeline: [
      {
        happenedOn: "2026-02-18",
        precision: "day",
        label: "Microsoft says what it supplies and what it believes",
      },
    ],
  },
  {
    section: "company",
    kind: "company_statement",
    text: "Microsoft also says that Congress, the executive and the courts should draw clear legal lines for such technology.",
    attribution: "Microsoft, reported by Reuters",
    publisher: "Reuters",
    ...day("2026-02-18"),
    limits: "Our summary, not its words. It stands here because fairness asks for it.",
  },
  {
    section: "company",
    kind: "opinion",
    text: "Not believing that something happens is not the same as knowing that it does not. The company has not said that it looked.",
    brief: "It has not said that it looked.",
    attribution: "This campaign",
    limits: "Our reading of one statement. Microsoft may have looked without saying so.",
    openQuestion: "Whether Microsoft looked before it said what it believes.",
  },
  {
    section: "acted",
    kind: "record",
    text: "On 25 September 2025 Microsoft switched off specified services to one unit of Israel’s defence ministry, after a review found use for mass surveillance. It has ended a government’s service on principle before.",
    brief:
      "In 2025 it switched off services to a unit of Israel’s defence ministry, after a review found use for mass surveillance.",
    attribution: "Microsoft’s statement; Reuters",
    publisher: "Reuters",
    ...day("2025-09-25"),
    limits: "Some services, one unit. Other contracts went on.",
    timeline: [
      {
        happenedOn: "2025-09-25",
        precision: "day",
        label: "Microsoft switches off services to a unit of Israel’s defence ministry",
      },
    ],
  },
  {
    section: "acted",
    kind: "record",
    text: "In 2021 investors withdrew a shareholder proposal after Microsoft agreed to an independent human-rights review that covered immigration enforcement.",
    attribution: "IASJ",
    publisher: "IASJ",
    ...day("2021-10-13"),
    limits: "It shows that pressure from investors has worked here, not what the review changed.",
    timeline: [
      {
        happenedOn: "2021-10-13",
        precision: "year",
        label: "Microsoft agrees to a human-rights review; investors withdraw",
      },
    ],
  },
  {
    section: "acted",
    kind: "reported",
    text: "In 2018 more than 300,000 signatures against Microsoft’s contract with ICE, worth 19.4 million dollars, were handed in at Redmond.",
    attribution: "Press reports",
    publisher: "Press of 2018",
    publishedOn: "2018-01-01",
    publishedPrecision: "year",
    limits: "The number is the press’s; we have not seen the lists.",
    timeline: [
      {
        happenedOn: "2018-01-01",
        precision: "year",
        label: "More than 300,000 signatures are handed in at Redmond",
      },
    ],
  },
  {
    section: "matters",
    kind: "opinion",
    text: "Whether the data serves surveillance is secondary. Microsoft should not underpin an agency that detains people without criminal records, enters homes without proper warrants, and uses masked, armed agents in daylight arrests.",
    attribution: "This campaign, after its source article",
    limits: "An opinion, and printed as one.",
  },
  {
    section: "ask",
    kind: "opinion",
    text: `We ask that Microsoft

1. end all its agreements with ICE, resale through partners included;
2. publish what it supplies today;
3. report to shareholders on human-rights due diligence.`,
    brief: "We ask Microsoft to end all its agreements with ICE, resale through partners included.",
    attribution: "This campaign",
    limits:
      "Microsoft’s products are sold largely through resellers, so a demand about contracts alone would miss most of it.",
  },
];
