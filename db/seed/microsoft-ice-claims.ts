import type { claims } from "#db/schema/index.ts";

type SeedClaim = Omit<typeof claims.$inferInsert, "campaignId" | "position"> & {
  timeline?: { happenedOn: string; precision: "day" | "month" | "year"; label: string }[];
};

const day = (on: string) => ({ publishedOn: on, publishedPrecision: "day" as const });
const month = (on: string) => ({ publishedOn: `${on}-01`, publishedPrecision: "month" as const });
/** Published in or before that month; nobody has opened the page yet. */
const by = (on: string) => ({ publishedOn: `${on}-01`, publishedPrecision: "by_month" as const });
const year = (on: string) => ({ publishedOn: `${on}-01-01`, publishedPrecision: "year" as const });

const campaign = { kind: "opinion", attribution: "This campaign" } as const;
const sourceArticle = { kind: "opinion", attribution: "This campaign, based on its source article" } as const;
const articleOfTheGuardian = {
  publisher: "The Guardian",
  title: "ICE reliance on Microsoft technology surged amid immigration crackdown, documents show",
  url: null,
};
const investigation = {
  kind: "reported" as const,
  attribution: "The Guardian, with +972 Magazine and Local Call, from leaked files",
  publisher: "The Guardian",
  candidates: [articleOfTheGuardian],
  ...day("2026-02-17"),
} satisfies Partial<SeedClaim>;
const theGuardian = { kind: "reported", attribution: "The Guardian", publisher: "The Guardian" } as const;
const associatedPress = {
  kind: "reported",
  attribution: "Associated Press",
  publisher: "Associated Press",
} as const;

/** A further source of a statement, whose page nobody has opened yet. */
const also = (publisher: string, published: { publishedOn: string; publishedPrecision: string }) => ({
  publisher,
  ...published,
  sourceTitle: null,
  sourceUrl: null,
  urlVerifiedAt: null,
});

const edgar = "https://www.sec.gov/Archives/edgar/data/789019";

/**
 * The case in order of argument. All in our own words except quotations of Microsoft. Titles and addresses of
 * sources stay empty until an organizer has opened each page; candidates are the pages to open first.
 */
export const microsoftIceClaims: readonly SeedClaim[] = [
  {
    ...campaign,
    section: "thesis",
    text:
      "The company that wants to be the moral compass of its industry stores the data of US Immigration " +
      "and Customs Enforcement (ICE). ICE detains people who have no criminal conviction. It enters homes " +
      "without proper warrants.",
  },
  {
    section: "thesis",
    kind: "reported",
    text:
      "For years Microsoft has built an image: the big tech company with ethics. The press has described " +
      "it as wanting to be the moral compass of its industry.",
    attribution: "The New York Times",
    publisher: "The New York Times",
    ...by("2026-02"),
  },
  {
    section: "people",
    kind: "record",
    text:
      "On 24 January 2026, 70,766 people were held in immigration detention, the most that TRAC has " +
      "recorded. Of them 52,504, or 74.2 percent, had no criminal conviction.",
    brief:
      "70,766 people were held in immigration detention on 24 January 2026. Of them 74.2 percent had no " +
      "criminal conviction.",
    attribution: "TRAC, Syracuse University, from ICE’s data",
    publisher: "TRAC, Syracuse University",
    ...month("2026-02"),
    limits: "A conviction is not a charge: some of them have charges pending.",
    timeline: [
      {
        happenedOn: "2026-01-24",
        precision: "day",
        label: "Immigration detention holds 70,766 people, the most that TRAC has recorded",
      },
    ],
  },
  {
    ...theGuardian,
    section: "people",
    text: "In 2025, 32 people died in ICE custody, the most since 2004.",
    brief: "32 people died in ICE custody in 2025, the most since 2004.",
    ...month("2026-01"),
    limits:
      "Causes vary. Families allege neglect; the Department of Homeland Security (DHS) denies it. A " +
      "first count was 31.",
  },
  {
    ...associatedPress,
    section: "people",
    text:
      "An ICE memo of 12 May 2025 lets officers force their way into homes. All they need is an " +
      "administrative warrant, which no judge has signed.",
    brief: "An ICE memo lets officers force their way into homes with a warrant that no judge has signed.",
    ...day("2026-01-21"),
    limits: "It applies to people with a final order of removal.",
    timeline: [
      {
        happenedOn: "2025-05-12",
        precision: "day",
        label: "An ICE memo lets officers force their way into homes without a judge’s signature",
      },
    ],
  },
  {
    ...associatedPress,
    section: "people",
    text:
      "On 11 January 2026 the Associated Press saw officers ram a front door in Minneapolis, rifles " +
      "drawn. They had only such a warrant.",
    ...day("2026-01-21"),
  },
  {
    ...associatedPress,
    section: "people",
    text:
      "On 7 January 2026 an ICE officer shot and killed Renee Good in her car in Minneapolis. She was 37 " +
      "and a mother of three.",
    attribution: "Associated Press and others",
    ...day("2026-01-07"),
    limits:
      "Investigations were open in February 2026. DHS calls it self-defense. Video and the family " +
      "dispute that.",
    timeline: [
      {
        happenedOn: "2026-01-07",
        precision: "day",
        label: "An ICE officer shoots and kills Renee Good in Minneapolis",
      },
    ],
  },
  {
    ...associatedPress,
    section: "people",
    text:
      "On 24 January 2026 federal agents shot and killed Alex Pretti at a protest in Minneapolis. He was " +
      "37 and an intensive-care nurse. The medical examiner ruled that it was a homicide. The agents " +
      "were from the Border Patrol, which took part in the same operation as ICE.",
    brief:
      "Two people were shot dead in Minneapolis in January 2026. One was shot by an ICE officer, one by " +
      "Border Patrol agents in the same operation.",
    attribution: "Associated Press and others",
    ...by("2026-02"),
    timeline: [
      {
        happenedOn: "2026-01-24",
        precision: "day",
        label: "Border Patrol agents shoot and kill Alex Pretti in Minneapolis",
      },
    ],
  },
  {
    section: "people",
    kind: "record",
    text:
      "ICE plans to spend 38.3 billion dollars on warehouses. As detention centers they are to hold " +
      "92,600 people at once.",
    attribution: "ICE memo, released by New Hampshire’s governor; Associated Press; The Washington Post",
    publisher: "Governor of New Hampshire",
    ...day("2026-02-12"),
    timeline: [
      {
        happenedOn: "2026-02-12",
        precision: "day",
        label: "A memo is released: ICE plans warehouses for 92,600 people at once",
      },
    ],
  },
  {
    ...sourceArticle,
    section: "people",
    text:
      "Masked and armed agents abduct people in broad daylight. Several cities have lived under " +
      "something like martial law. People who were in the United States legally have been detained. No " +
      "company has to lend a hand to that.",
  },
  {
    ...investigation,
    section: "reported",
    text:
      "In July 2025 ICE kept about 400 terabytes of data in Azure, Microsoft’s cloud. By January 2026 it " +
      "kept nearly 1,400.",
    openQuestion:
      "What the data is: surveillance, or other work such as running detention centers or deportation " +
      "flights.",
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
    ...investigation,
    section: "reported",
    text: "Some of ICE’s own systems appear to run on Microsoft’s servers.",
  },
  {
    ...investigation,
    section: "reported",
    text:
      "ICE uses Azure for storage and virtual machines. It uses Microsoft’s productivity tools. It also " +
      "uses AI tools to search and analyze images and video.",
    attribution: "The Guardian, with Local Call and, the more specific on the AI tools, +972 Magazine",
    limits: "What the tools are used on is not known.",
    openQuestion: "What the AI tools are used on.",
  },
  {
    ...investigation,
    section: "reported",
    text:
      "The files do not say if Azure holds surveillance data. It may serve other work instead, such as " +
      "running detention centers or deportation flights.",
  },
  {
    ...theGuardian,
    section: "reported",
    text:
      "In July 2025 Congress raised ICE’s budget by 75 billion dollars. That made it the best funded law " +
      "enforcement agency in the United States.",
    ...by("2026-02"),
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
    ...investigation,
    section: "reported",
    text: "After that ICE went on a tech buying spree. Surveillance tools were part of it.",
    attribution: "The Guardian",
  },
  {
    ...theGuardian,
    section: "reported",
    text: "ICE has apps that recognize faces, data on where phones are, drones and spyware.",
    ...by("2026-02"),
    limits: "None of these is shown to run on Azure.",
    openQuestion:
      "Whether any of this runs on Azure: face recognition, data on where phones are, drones or spyware.",
  },
  {
    section: "company",
    kind: "company_statement",
    text:
      "Microsoft says that it “provides cloud-based productivity and collaboration tools to DHS and ICE, " +
      "delivered through our key partners”. Its policies and terms, it says:",
    quotation:
      "do not allow our technology to be used for the mass surveillance of civilians, and we do not " +
      "believe ICE is engaged in such activity",
    brief:
      "Microsoft says its policies bar the mass surveillance of civilians. It says it does not believe " +
      "that ICE does that.",
    attribution: "Microsoft, reported by Reuters",
    publisher: "Reuters",
    ...day("2026-02-18"),
    moreSources: [also("Anadolu", day("2026-02-18"))],
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
    text:
      "Microsoft also says who should draw clear legal lines for such technology. It names Congress, the " +
      "executive and the courts.",
    attribution: "Microsoft, reported by Reuters",
    publisher: "Reuters",
    ...day("2026-02-18"),
  },
  {
    ...campaign,
    section: "company",
    text:
      "To think and to believe are careful words. Not believing it is not the same as checking, and not " +
      "knowing can be a choice. The company has not said that it looked.",
    brief: "Not believing it is not the same as checking. Microsoft has not said that it looked.",
    openQuestion: "Whether Microsoft looked before it said what it believes.",
  },
  {
    ...sourceArticle,
    section: "company",
    text:
      "Whether the data serves surveillance comes second. If it serves detention centers or deportation " +
      "flights instead, it serves the same agency. ICE detains people who have no criminal conviction. It " +
      "enters homes without proper warrants. Its agents, masked and armed, make arrests in daylight. " +
      "Microsoft should not underpin it.",
  },
  {
    section: "acted",
    kind: "record",
    text:
      "On 25 September 2025 Microsoft switched off some of its services to one unit of Israel’s defense " +
      "ministry. A review had found use for mass surveillance.",
    attribution: "Microsoft’s statement; Reuters",
    publisher: "Reuters",
    ...day("2025-09-25"),
    limits: "Other contracts continued.",
    timeline: [
      {
        happenedOn: "2025-09-25",
        precision: "day",
        label: "Microsoft switches off services to a unit of Israel’s defense ministry",
      },
    ],
  },
  {
    section: "acted",
    kind: "record",
    text:
      "Two human-rights proposals came to a vote at Microsoft on 5 December 2025. Each got more than a " +
      "quarter of the votes for or against. Proposal 9, on human-rights due diligence, got over 26 " +
      "percent. Proposal 8, on data centers, got over 27 percent. The lead filer of proposal 9 was the " +
      "Religious of the Sacred Heart of Mary. It had 58 to 60 co-filers with over 80 million dollars of " +
      "shares.",
    attribution: "Microsoft’s Form 8-K; GeekWire; IASJ",
    publisher: "Microsoft, Form 8-K",
    ...month("2025-12"),
    limits:
      "Proposal 9 names conflict zones first; ICE came after it. The advisers ISS and Glass Lewis " +
      "differed: ISS was for it, Glass Lewis against.",
    moreSources: [
      also("GeekWire", month("2025-12")),
      also("IASJ", day("2025-07-23")),
      also("ICCR", year("2025")),
      also("Eko", year("2025")),
    ],
    candidates: [
      { publisher: "IASJ", title: null, url: `${edgar}/000121465925010874/` },
      {
        publisher: "ICCR",
        title: null,
        url: "https://www.iccr.org/resolutions/hrdd-customer-misuse-of-companys-artificial-intelligence/",
      },
      { publisher: "Eko", title: null, url: `${edgar}/000121465925016907/` },
    ],
    timeline: [
      {
        happenedOn: "2025-12-05",
        precision: "day",
        label: "Two human-rights proposals get more than a quarter of the votes at Microsoft",
      },
    ],
  },
  {
    section: "acted",
    kind: "record",
    text:
      "In 2021 Microsoft agreed to an independent human-rights review. It covered immigration " +
      "enforcement. Investors then withdrew a shareholder proposal.",
    attribution: "IASJ",
    publisher: "IASJ",
    ...day("2021-10-13"),
    timeline: [
      {
        happenedOn: "2021-10-13",
        precision: "year",
        label: "Microsoft agrees to a human-rights review, and investors withdraw their proposal",
      },
    ],
  },
  {
    section: "acted",
    kind: "reported",
    text:
      "In 2018 more than 300,000 signatures were handed in at Redmond. They were against Microsoft’s " +
      "contract with ICE, worth 19.4 million dollars.",
    attribution: "Press reports",
    publisher: "Press of 2018",
    ...year("2018"),
    timeline: [
      {
        happenedOn: "2018-01-01",
        precision: "year",
        label: "More than 300,000 signatures are handed in at Redmond",
      },
    ],
  },
  {
    ...campaign,
    section: "acted",
    text:
      "So Microsoft has ended service to a government on principle before. It has also moved when its " +
      "investors asked. It can do both again.",
  },
  {
    section: "image",
    kind: "reported",
    text:
      "The chiefs of Apple, Google, Meta and Amazon went to the inauguration of January 2025. " +
      "Microsoft’s, Satya Nadella, was not there.",
    attribution: "This campaign’s source article",
    limits: "He met the administration on other occasions. It is no proof of resistance.",
    published: false,
    timeline: [{ happenedOn: "2025-01-20", precision: "month", label: "Nadella is not at the inauguration" }],
  },
  {
    section: "image",
    kind: "reported",
    text:
      "In April 2025 Microsoft changed law firms in one case in Delaware. It replaced Simpson Thacher, " +
      "which had made a deal with the administration. The new firm, Jenner & Block, had sued the " +
      "administration.",
    attribution: "The New York Times, May 2025; Reuters",
    publisher: "Reuters",
    ...month("2025-04"),
    limits: "Microsoft gave no reason, and Simpson Thacher kept other work for it.",
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
    text:
      "Lisa Monaco held the second-highest post in President Biden’s Justice Department. There she was " +
      "in charge of the prosecutions of Donald Trump. Since 2025 she has been Microsoft’s president of " +
      "global affairs. In September 2025 President Trump demanded that Microsoft dismiss her. She " +
      "stayed.",
    attribution: "Reuters",
    publisher: "Reuters",
    ...day("2025-09-26"),
    limits: "Microsoft did not comment. That it refused is an inference.",
    timeline: [
      {
        happenedOn: "2025-09-26",
        precision: "month",
        label: "President Trump demands that Microsoft dismiss Lisa Monaco",
      },
    ],
  },
  {
    ...campaign,
    section: "ask",
    text: `We ask that Microsoft

1. end all its agreements with ICE, including sales through partners;
2. publish what it supplies today;
3. report to shareholders on human-rights due diligence.

Most of what Microsoft sells goes through resellers. A demand about its own contracts alone would miss most of it.`,
  },
  {
    ...sourceArticle,
    section: "conclusion",
    text: "Microsoft cannot claim to be the moral compass of its industry while it aids ICE in any capacity.",
  },
];
