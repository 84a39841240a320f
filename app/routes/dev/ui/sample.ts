import type { Campaign, Claim, ClaimSection } from "#app/domain/campaign/campaign.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";

/** A made-up campaign with everything that the components show. */
export const campaign: Campaign = {
  id: 1,
  slug: "sample",
  title: "Sample: publish the contracts",
  eyebrow: "Petition to Sample",
  standfirst: "One newsroom reports what Sample supplies. We ask it to say so itself.",
  status: "open",
  company: "Sample",
  companies: [
    {
      id: 1,
      slug: "sample",
      name: "Sample",
      zone: "America/New_York",
      jurisdiction: "us",
      ownersLineUntil: null,
    },
  ],
  zone: "America/New_York",
  jurisdiction: "us",
  goalSteps: [1000, 5000],
  handoverOn: null,
  picture: null,
  shareTexts: {},
  offered: ["en", "es"],
  method: "We have read what a newsroom published.",
  care: null,
  hasUpdates: true,
  shareImage: null,
  imprint: {
    operator: "An association",
    postalAddress: "1 Example Street",
    contactEmail: "sample@example.org",
    privacyContact: "sample@example.org",
    fundingLine: "It is paid for by its members.",
  },
  signsAsExample: false,
  petition: {
    version: 1,
    summary: "Sample must publish its contracts.",
    publishedAt: new Date("2026-11-01"),
    body: "We ask that Sample\n\n1. publish its contracts;\n2. report on them each year.",
    sameMeaningAs: null,
    note: null,
    earlierSigners: null,
    inForceAgainAt: null,
  },
};

const claim = (number: number, section: ClaimSection, more: Partial<Claim>): Claim => ({
  number,
  section,
  kind: "reported",
  text: "It grew from about 400 to nearly 1,400.",
  quotation: null,
  attribution: "A newsroom",
  publisher: "A newsroom",
  source: null,
  moreSources: [],
  published: { on: "2026-02-17", precision: "day" },
  limits: "One report.",
  openQuestion: null,
  brief: null,
  picture: null,
  ...more,
});

export const claims: Claim[] = [
  claim(1, "reported", {
    brief: "It grew more than threefold in half a year.",
    openQuestion: "What it is used for.",
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
    source: { title: "What was reported", url: "https://example.org/report" },
  }),
  claim(2, "company", {
    kind: "company_statement",
    text: "Sample says:",
    quotation: "we keep to our policy",
  }),
  claim(3, "acted", {
    kind: "record",
    text: "In 2025 it ended another contract.",
    brief: "It ended one before.",
  }),
  claim(4, "ask", { kind: "opinion", text: campaign.petition.body, attribution: "This campaign" }),
];

export const page: CasePageData = {
  campaign,
  argument: {
    claims,
    timeline: [
      {
        happened: { on: "2021-10-13", precision: "year" },
        label: "It agrees to a review",
        claim: 3,
        section: "acted",
      },
      {
        happened: { on: "2026-02-17", precision: "day" },
        label: "A newsroom reports",
        claim: 1,
        section: "reported",
      },
    ],
    checkedOn: "2026-02-18",
    corrections: [
      {
        correctedOn: "2026-03-02",
        kind: "figure",
        text: "It said 1,500.",
        earlier: [{ text: "1,600", until: "2026-03-01" }],
      },
    ],
  },
  counts: { signatures: 812, pending: 3, earlier: 12, imported: 0, onPaper: 4 },
  milestone: null,
  pledges: [],
  deadlines: [{ kind: "handover", on: "2027-01-12", daysLeft: 42 }],
  reasons: [
    {
      publicId: "1",
      language: "en",
      by: "B. S.",
      country: "DE",
      comment: "I would like to know.",
      signedOn: "2026-11-02",
    },
    {
      publicId: "2",
      language: "en",
      by: "Ana Sample",
      country: "US",
      comment: "A clear answer costs less than silence.",
      signedOn: "2026-11-01",
    },
  ],
  latestUpdate: null,
  asOf: new Date("2026-11-20"),
  signing: { outcome: "open" },
  url: "https://example.org/c/sample",
  examples: false,
};
