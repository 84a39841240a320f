import type { claims } from "#db/schema/index.ts";

type SeedClaim = Omit<typeof claims.$inferInsert, "campaignId" | "position"> & {
  /** It is reviewed every 90 days. */
  goesOn?: true;
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
const onWarrants = {
  ...associatedPress,
  ...day("2026-01-21"),
  candidates: [
    {
      publisher: "Associated Press",
      title: "Immigration officers assert sweeping power to enter homes without a judge’s warrant, memo says",
      url:
        "https://www.denver7.com/politics/immigration/" +
        "immigration-officers-assert-sweeping-power-to-enter-homes-without-a-judges-warrant-memo-says",
    },
  ],
} satisfies Partial<SeedClaim>;

/** A further source of a statement, whose page nobody has opened yet. */
const also = (publisher: string, published: { publishedOn: string; publishedPrecision: string }) => ({
  publisher,
  ...published,
  sourceTitle: null,
  sourceUrl: null,
  urlVerifiedAt: null,
});

const edgar = "https://www.sec.gov/Archives/edgar/data/789019";
const onAxios = {
  publisher: "Axios",
  title: null,
  url:
    "https://www.axios.com/" +
    "under-fire-microsoft-takes-stronger-stance-on-child-separation-1529458456-" +
    "2b538d99-0188-47bb-afa7-68828afcdea1.html",
};
const onSlate = {
  publisher: "Slate",
  title: "Microsoft Touted Its Work With ICE in January. Now Its CEO Is Downplaying It.",
  url:
    "https://slate.com/technology/2018/06/" +
    "microsoft-is-not-helping-ice-with-any-projects-relating-to-family-separation-ceo-claims.html",
};
const onFortune = {
  publisher: "Fortune",
  title: "CEO Satya Nadella Says He’s Against Family Separation But Isn’t Ending Microsoft’s ICE Contract",
  url: "https://fortune.com/2018/06/20/microsoft-ceo-satya-nadella-ice-contract-border-family-separation/",
};

/**
 * The case in order of argument. All in our own words except quotations of Microsoft. Titles and addresses of
 * sources stay empty until an organizer has opened each page; candidates are the pages to open first.
 */
export const microsoftIceClaims: readonly SeedClaim[] = [
  {
    ...investigation,
    section: "thesis",
    text:
      "In July 2025 US Immigration and Customs Enforcement (ICE) kept about 400 terabytes of data in " +
      "Azure, Microsoft’s cloud. In January 2026 it kept nearly 1,400.",
    limits: "The files do not say what the data is.",
    openQuestion: "What the data is, and whether it serves surveillance or other work.",
    picture: {
      kind: "growth",
      heading: null,
      look: "drawers",
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
    ...campaign,
    section: "thesis",
    text: "A company that wants to be the moral compass of its industry should not store the data of ICE.",
  },
  {
    section: "people",
    kind: "record",
    text:
      "On January 24, 2026, 70,766 people were held in immigration detention, the most TRAC had counted " +
      "until then. Of them 52,504, or 74.2 percent, had no criminal conviction. TRAC’s counts begin in " +
      "2019. On February 7, 2026, it counted 68,289 people.",
    brief: "Of 100 people detained, 74 had no criminal conviction.",
    picture: {
      kind: "hundred",
      heading: "Whom it serves",
      title: "People in immigration detention, January 24, 2026",
      whole: 70_766,
      part: 52_504,
      label: "had no conviction",
      rest: "had one",
    },
    attribution: "TRAC, Syracuse University, from ICE’s data",
    publisher: "TRAC, Syracuse University",
    ...month("2026-02"),
    limits:
      "A conviction is not a charge: some had charges pending. In November 2025 about 48 percent had " +
      "neither, CBS reported.",
    timeline: [
      {
        happenedOn: "2026-01-24",
        precision: "day",
        label: "Immigration detention holds 70,766 people, the most TRAC had counted until then",
      },
    ],
  },
  {
    ...theGuardian,
    section: "people",
    text: "In 2025, 32 people died in ICE custody, the most since 2004.",
    ...month("2026-01"),
    limits:
      "Causes vary. Families allege neglect; the Department of Homeland Security (DHS) denies it. A " +
      "first count was 31.",
  },
  {
    ...onWarrants,
    section: "people",
    text:
      "An ICE memo of May 12, 2025, lets officers force their way into homes. All they need is an " +
      "administrative warrant, which no judge has signed.",
    brief: "An ICE memo lets officers force their way into homes with the second kind.",
    picture: {
      kind: "doors",
      heading: "A warrant no judge signed",
      signed: "Judge’s warrant",
      signedBy: "A judge signed it.",
      unsigned: "Administrative warrant",
      unsignedBy: "No judge signed it.",
    },
    limits: "The memo applies to people with a final order of removal.",
    timeline: [
      {
        happenedOn: "2025-05-12",
        precision: "day",
        label: "An ICE memo lets officers force their way into homes without a judge’s signature",
      },
    ],
  },
  {
    ...onWarrants,
    section: "people",
    text:
      "On January 11, 2026, the Associated Press saw officers ram a front door in Minneapolis, rifles " +
      "drawn. They had only such a warrant.",
    brief:
      "On January 11, 2026, AP saw officers ram a front door in Minneapolis with only such a warrant, " +
      "rifles drawn.",
    limits: "The door is one case.",
  },
  {
    ...associatedPress,
    section: "people",
    text:
      "On January 7, 2026, an ICE officer shot and killed Renee Good in her car in Minneapolis. She was 37 " +
      "and a mother of three.",
    brief: "An ICE officer shot and killed her in her car in Minneapolis. She was 37 and a mother of three.",
    picture: { kind: "person", name: "Renee Good", on: "2026-01-07" },
    attribution: "Associated Press and others",
    ...day("2026-01-07"),
    goesOn: true,
    limits:
      "DHS calls it self-defense. Video and the family dispute that. Investigations were open in " +
      "February 2026; we have found no outcome since.",
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
      "On January 24, 2026, federal agents shot and killed Alex Pretti at a protest in Minneapolis. He was " +
      "37 and an intensive-care nurse. The medical examiner ruled that it was a homicide. The agents " +
      "were from the Border Patrol, which took part in the same operation as ICE.",
    brief:
      "Border Patrol agents, in the same operation as ICE, shot and killed him at a protest in " +
      "Minneapolis. He was 37 and an intensive-care nurse.",
    picture: { kind: "person", name: "Alex Pretti", on: "2026-01-24" },
    attribution: "Associated Press and others",
    ...by("2026-02"),
    goesOn: true,
    limits: "As reported in January and February 2026; we have found no outcome of the inquiry since.",
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
      "In February 2026 ICE planned to spend $38.3 billion on warehouses. They were to become detention " +
      "centers for 92,600 people at once.",
    attribution: "ICE memo, released by New Hampshire’s governor; Associated Press; The Washington Post",
    publisher: "Governor of New Hampshire",
    ...day("2026-02-12"),
    goesOn: true,
    limits: "It was a plan; we have not found what became of it.",
    timeline: [
      {
        happenedOn: "2026-02-12",
        precision: "day",
        label: "A memo is released: ICE plans warehouses for 92,600 people at once",
      },
    ],
  },
  { ...campaign, section: "people", text: "No company has to lend a hand to that." },
  {
    ...investigation,
    section: "reported",
    text:
      "Some of ICE’s own systems appear to run on Microsoft’s servers. The files do not say if Azure holds " +
      "surveillance data, or serves other work such as running detention centers or deportation flights.",
  },
  {
    ...investigation,
    section: "reported",
    text:
      "ICE uses Azure for storage and virtual machines. It uses Microsoft’s productivity tools. It also " +
      "uses AI tools to search and analyze images and video.",
    attribution: "The Guardian and Local Call; +972 Magazine on the AI tools",
    limits: "It is not known what the tools are used for.",
    openQuestion: "What the AI tools are used for.",
  },
  {
    ...theGuardian,
    section: "reported",
    text:
      "In July 2025 Congress raised ICE’s budget by $75 billion. That made it the best funded law " +
      "enforcement agency in the United States.",
    ...by("2026-02"),
    limits: "The sum is spread over several years.",
    timeline: [
      { happenedOn: "2025-07-02", precision: "month", label: "Congress adds $75 billion to ICE’s budget" },
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
    text: "ICE has facial-recognition apps, phone location data, drones, and spyware at its disposal.",
    ...by("2026-02"),
    limits: "None of these is shown to run on Azure.",
    openQuestion: "Whether facial recognition, phone location data, drones, or spyware run on Azure.",
  },
  {
    section: "company",
    kind: "company_statement",
    text:
      "In January 2018 Microsoft wrote in a blog post that it was proud to support ICE. It named facial " +
      "recognition as something its cloud could help with.",
    attribution: "Microsoft’s blog, as reported by Axios, Slate, and Gizmodo",
    publisher: "Axios",
    ...month("2018-06"),
    limits: "In June 2018 the reference to ICE was taken out and put back.",
    moreSources: [also("Slate", month("2018-06")), also("Gizmodo", month("2018-06"))],
    candidates: [onAxios, onSlate],
    timeline: [
      {
        happenedOn: "2018-01-01",
        precision: "month",
        label: "Microsoft writes that it is proud to support ICE",
      },
    ],
  },
  {
    section: "company",
    kind: "company_statement",
    text:
      "On June 19, 2018, Satya Nadella, Microsoft’s chief executive, wrote to all employees. The cloud " +
      "work for ICE, he wrote:",
    quotation: "is supporting legacy mail, calendar, messaging and document management workloads",
    brief:
      "In 2018 Microsoft’s chief wrote that its cloud work for ICE supported mail, calendars, messages, " +
      "and documents.",
    attribution: "Satya Nadella, Microsoft",
    publisher: "Microsoft",
    ...day("2018-06-19"),
    limits:
      "He called the separation of families abhorrent, and wrote that Microsoft worked on no project " +
      "of it.",
    moreSources: [
      also("Axios", month("2018-06")),
      also("Fortune", day("2018-06-20")),
      also("Slate", month("2018-06")),
    ],
    candidates: [onAxios, onFortune, onSlate],
    timeline: [
      {
        happenedOn: "2018-06-19",
        precision: "day",
        label: "Nadella tells employees what Microsoft’s cloud does for ICE",
      },
    ],
  },
  { ...campaign, section: "company", text: "The files of 2026 describe more than mail and calendars." },
  {
    section: "company",
    kind: "company_statement",
    text:
      "On February 18, 2026, Microsoft said that it “provides cloud-based productivity and collaboration " +
      "tools to DHS and ICE, delivered through our key partners”. Its policies and terms, it said:",
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
      "Who should draw clear legal lines for such technology? Congress, the executive, and the courts, " +
      "Microsoft also said.",
    attribution: "Microsoft, reported by Reuters",
    publisher: "Reuters",
    ...day("2026-02-18"),
  },
  {
    section: "company",
    kind: "company_statement",
    text:
      "In October 2019 the chief of GitHub, which belongs to Microsoft, defended a sale to ICE. ICE also " +
      "investigates trafficking and child exploitation, he wrote. To cancel, he wrote, would not change " +
      "policy.",
    attribution: "GitHub’s chief executive, in an email reported by OnMSFT and Truthout",
    publisher: "OnMSFT",
    ...month("2019-10"),
    moreSources: [also("Truthout", month("2019-10"))],
    candidates: [
      {
        publisher: "OnMSFT",
        title: "Microsoft’s GitHub to renew services contract with ICE, leaked email says",
        url:
          "https://onmsft.com/news/" +
          "microsofts-github-to-renew-services-contract-with-ice-leaked-email-says",
      },
      {
        publisher: "Truthout",
        title: "Microsoft Has Made $14.6 Million From Contracts With ICE Since 2010",
        url:
          "https://truthout.org/articles/" +
          "microsoft-has-made-14-6-million-from-contracts-with-ice-since-2010",
      },
    ],
  },
  {
    ...campaign,
    section: "company",
    text:
      "Not believing it is not the same as checking, and not knowing can be a choice. In its statement of " +
      "February 18, 2026, Microsoft did not say that it had looked.",
    brief:
      "Not believing it is not the same as checking. On February 18, 2026, Microsoft did not say that it " +
      "had looked.",
    attribution: "This campaign, on Microsoft’s statement of February 18, 2026",
    openQuestion: "Whether Microsoft looked before it said what it believes.",
  },
  {
    ...sourceArticle,
    section: "company",
    text:
      "Whether the data serves surveillance comes second. If it serves detention centers or deportation " +
      "flights instead, it serves the same agency. Microsoft should not underpin it.",
  },
  {
    section: "acted",
    kind: "record",
    text:
      "On September 25, 2025, Microsoft switched off some of its services to one unit of Israel’s defense " +
      "ministry. Its own review, still under way, had found evidence supporting elements of a report. The " +
      "Guardian had published that report, on mass surveillance, 50 days before.",
    brief:
      "In 2025 Microsoft switched off some services to one unit of Israel’s defense ministry, 50 days " +
      "after a report.",
    picture: {
      kind: "days",
      heading: "It has stopped before",
      sentence: "Microsoft acted {1} days after one report. The one on ICE is {2} days old.",
      start: "Report",
      who1: "One unit of Israel’s defense ministry",
      from1: "2025-08-06",
      to1: "2025-09-25",
      end1: "Some services off",
      who2: "ICE",
      from2: "2026-02-17",
      on2: "2026-02-18",
      answer2: "Microsoft: “we do not believe ICE is engaged in such activity”",
      to2: null,
      end2: "We know of no published review.",
      checked: null,
    },
    attribution: "Microsoft (Brad Smith’s statement); Reuters",
    publisher: "Reuters",
    ...day("2025-09-25"),
    limits:
      "It was another customer, in another country. Other contracts continued. Microsoft reviewed its own " +
      "business records. It did not read the customer’s content. It did not say that its technology " +
      "served mass surveillance.",
    moreSources: [also("Microsoft", day("2025-09-25")), also("The Guardian", day("2025-08-06"))],
    timeline: [
      {
        happenedOn: "2025-08-06",
        precision: "day",
        label: "The Guardian publishes a report on mass surveillance, which Microsoft then reviews",
      },
      {
        happenedOn: "2025-09-25",
        precision: "day",
        label: "Microsoft switches off some services to one unit of Israel’s defense ministry",
      },
    ],
  },
  {
    section: "acted",
    kind: "company_statement",
    text:
      "Four months before, in May 2025, Microsoft had said that it found no evidence that its technology " +
      "was used to harm people in Gaza. It could not see use on customers’ own servers, it said.",
    attribution: "Microsoft, quoted in a shareholder filing",
    publisher: "Form PX14A6G of 2025",
    ...year("2025"),
    limits: "Another customer, in another country.",
    candidates: [{ publisher: "Form PX14A6G of 2025", title: null, url: `${edgar}/000121465925015002/` }],
    published: false,
  },
  {
    section: "acted",
    kind: "record",
    text:
      "In October 2021 Microsoft agreed to an independent human-rights review. It was to cover law " +
      "enforcement, immigration enforcement, and other government contracts. Investors withdrew their " +
      "proposal. The review came in July 2023.",
    attribution: "IASJ; globalbusinessandhumanrights.com",
    publisher: "IASJ",
    ...day("2021-10-13"),
    limits:
      "Its stated subject was law enforcement in the United States and communities of color. We have not " +
      "found whether it treats ICE.",
    moreSources: [also("globalbusinessandhumanrights.com", day("2023-07-06"))],
    candidates: [
      {
        publisher: "globalbusinessandhumanrights.com",
        title: "Foley Hoag Conducts Independent Human Rights Impact Assessment Commissioned by Microsoft",
        url:
          "https://www.globalbusinessandhumanrights.com/2023/07/06/" +
          "foley-hoag-conducts-independent-human-rights-impact-assessment-commissioned-by-microsoft/",
      },
    ],
    timeline: [
      {
        happenedOn: "2021-10-13",
        precision: "month",
        label: "Microsoft agrees to a human-rights review, and investors withdraw their proposal",
      },
      {
        happenedOn: "2023-07-06",
        precision: "month",
        label: "The human-rights review that Microsoft agreed to comes out",
      },
    ],
  },
  {
    section: "acted",
    kind: "reported",
    text:
      "On July 26, 2018, more than 300,000 signatures were handed in at Redmond. They were against " +
      "Microsoft’s contract with ICE, worth $19.4 million.",
    attribution: "Redmond Reporter; Fight for the Future",
    publisher: "Redmond Reporter",
    ...day("2018-07-26"),
    moreSources: [also("Fight for the Future", day("2018-07-26"))],
    candidates: [
      {
        publisher: "Redmond Reporter",
        title: "Activists push to end Microsoft’s contract with ICE",
        url: "https://www.redmond-reporter.com/news/activists-push-to-end-microsofts-contract-with-ice/",
      },
      {
        publisher: "Fight for the Future",
        title: null,
        url: "https://fightforthefuture.org/news/2018-07-26-photos-advocacy-groups-representing-more-than-7",
      },
    ],
    timeline: [
      {
        happenedOn: "2018-07-26",
        precision: "day",
        label: "More than 300,000 signatures are handed in at Redmond",
      },
    ],
  },
  {
    ...campaign,
    section: "acted",
    text:
      "So Microsoft has ended some services to one unit on principle before. It has also moved when its " +
      "investors asked. It can do both again.",
  },
  {
    section: "image",
    kind: "reported",
    text:
      "In May 2018 The New York Times wrote that Microsoft seemed to be trying out a new role, that of its " +
      "industry’s moral conscience.",
    attribution: "The New York Times (Nick Wingfield)",
    publisher: "The New York Times",
    ...month("2018-05"),
    limits: "It is a description, years old, and not a finding.",
    moreSources: [also("The Business Times", month("2018-05")), also("Business Standard", month("2018-05"))],
    candidates: [
      { publisher: "The New York Times", title: "Microsoft Tries a New Role: Moral Leader", url: null },
      {
        publisher: "The Business Times",
        title: "Microsoft tries a new role: moral leader",
        url: "https://www.businesstimes.com.sg/technology/microsoft-tries-a-new-role-moral-leader",
      },
    ],
    timeline: [
      {
        happenedOn: "2018-05-01",
        precision: "month",
        label: "The New York Times sees Microsoft trying out the role of a moral conscience",
      },
    ],
  },
  {
    section: "image",
    kind: "reported",
    text:
      "The chiefs of Apple, Google, Meta, and Amazon went to the inauguration of January 2025. " +
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
    attribution: "Reuters; The New York Times",
    publisher: "Reuters",
    ...month("2025-04"),
    limits: "It was one case only. Microsoft gave no reason, and Simpson Thacher kept other work for it.",
    moreSources: [also("The New York Times", month("2025-05"))],
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
  },
  {
    section: "matters",
    kind: "record",
    text:
      "Two human-rights proposals came to a vote at Microsoft on December 5, 2025. Each got more than a " +
      "quarter of the votes for or against. Proposal 9, on human-rights due diligence, got over 26 " +
      "percent. Proposal 8, on data centers, got over 27 percent. The lead filer of proposal 9 was the " +
      "Religious of the Sacred Heart of Mary, with nearly 60 co-filers and over $80 million of shares. An " +
      "individual filed proposal 8.",
    brief: "Over a quarter voted yes on human rights. Twice.",
    picture: {
      kind: "bars",
      heading: "What shareholders did",
      rows: [
        {
          year: 2024,
          label: "AI data sourcing (another subject)",
          qualifier: "more than",
          percent: 36,
          apart: true,
        },
        {
          year: 2025,
          label: "Data centers and human rights",
          qualifier: "more than",
          percent: 27,
          apart: false,
        },
        {
          year: 2025,
          label: "Human-rights due diligence",
          qualifier: "more than",
          percent: 26,
          apart: false,
        },
      ],
    },
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
      {
        publisher: "GeekWire",
        title: "Filing: Human rights proposals win more than 25% of votes at Microsoft shareholder meeting",
        url: null,
      },
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
    section: "matters",
    kind: "reported",
    text:
      "Norway’s sovereign wealth fund held 1.35 percent of Microsoft. Before that meeting it announced a " +
      "vote for proposal 8. It did not back proposal 9.",
    attribution: "Reuters; Bloomberg, as reported by Startuprise",
    publisher: "Reuters",
    ...day("2025-11-30"),
    moreSources: [also("Startuprise", day("2025-12-01"))],
    candidates: [
      {
        publisher: "Reuters",
        title: "Norway wealth fund to back call for Microsoft human rights report at AGM",
        url:
          "https://www.business-standard.com/amp/world-news/" +
          "norway-wealth-fund-to-back-call-for-microsoft-human-rights-report-at-agm-125113000745_1.html",
      },
      {
        publisher: "Startuprise",
        title: "Norway’s $2.1 Trillion Fund Supports Microsoft In Human Rights Vote",
        url: "https://startuprise.co.uk/norways-2-1-trillion-fund-supports-microsoft-in-human-rights-vote",
      },
    ],
  },
  {
    section: "matters",
    kind: "reported",
    text:
      "In 2021 Thomson Reuters was asked the same about its work for ICE. The proposal got 19 percent of " +
      "all votes and, by its filers’ count, over 70 percent of the independent ones.",
    attribution: "BCGEU, the union that filed it",
    publisher: "BCGEU",
    ...year("2021"),
    limits:
      "That company has a controlling shareholder. A later vote was on its agenda in June 2026; we have " +
      "not found the result.",
    candidates: [
      {
        publisher: "BCGEU",
        title:
          "70%+ of Independent Thomson Reuters Shareholders Demand Action on Human Rights Risks Related " +
          "to ICE Contracts",
        url:
          "https://www.bcgeu.ca/70_of_independent_thomson_reuters_shareholders_demand_action_on_human_" +
          "rights_risks_related_to_ice_contracts",
      },
    ],
  },
  {
    section: "matters",
    kind: "reported",
    text:
      "In June 2018 more than 100 employees asked Microsoft to end its contract with ICE. In February 2026 " +
      "employees asked again.",
    attribution: "The New York Times, reprinted by NDTV; PC Gamer",
    publisher: "The New York Times",
    ...day("2018-06-21"),
    moreSources: [also("PC Gamer", day("2026-02-18"))],
    candidates: [
      {
        publisher: "The New York Times",
        title: null,
        url:
          "https://gadgets.ndtv.com/internet/news/" +
          "microsoft-ceo-responds-to-employee-criticism-of-companys-contract-with-ice-1870928",
      },
    ],
    timeline: [
      {
        happenedOn: "2018-06-01",
        precision: "month",
        label: "More than 100 employees ask Microsoft to end the contract with ICE",
      },
      {
        happenedOn: "2026-02-01",
        precision: "month",
        label: "Employees ask Microsoft again to stop working for ICE",
      },
    ],
  },
  {
    ...campaign,
    section: "matters",
    text:
      "For Microsoft’s owners this is small money and a large risk. At stake are the trust of customers, " +
      "the people who work there, and its standing in Europe.",
    brief: "Small money, large risk: customers’ trust, the people who work there, its standing in Europe.",
  },
  {
    ...campaign,
    section: "ask",
    text: `We ask that Microsoft

1. end all its agreements with ICE, including sales through partners;
2. publish what it supplies today;
3. report to shareholders on human-rights due diligence.

Microsoft itself says that it supplies ICE through partners. So our demand names them.`,
  },
  {
    ...sourceArticle,
    section: "conclusion",
    text:
      "No company can be the moral compass of its industry while it aids ICE in any capacity. Microsoft " +
      "can still choose.",
  },
];
