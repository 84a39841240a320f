import type { Email } from "#emails/index.ts";

const common = {
  locale: "en" as const,
  campaign: {
    title: "Microsoft: end all agreements with ICE",
    url: "https://sign.test/c/microsoft-ice",
    company: "Microsoft",
    operator: "Sample Campaign",
    postalAddress: "1 Example Street, 00000 Sampletown",
  },
  privacyUrl: "https://sign.test/privacy",
};
const signed = {
  name: "Zoë O’Brien",
  petition: {
    summary:
      "Microsoft ends all its agreements with ICE, resale through partners included; publishes what it supplies today; and reports to shareholders on human-rights due diligence.",
    version: 3,
    publishedAt: new Date("2026-09-09T00:00:00Z"),
  },
  display: "initials" as const,
  consents: { updates: true, deliverToCompany: false },
  held: { postalCode: true, comment: false, source: false },
};
const token = "EjRWeJq83vASNFZ4mrze8GnjSQBp7YQAq83vEjRWeJq83vASNFZ4mr";
const confirm = {
  ...common,
  ...signed,
  signedAt: new Date("2026-11-24T10:15:00Z"),
  deletedAt: new Date("2026-12-01T10:15:00Z"),
  confirmUrl: `https://sign.test/confirm/${token}`,
};
const personal = {
  personalUrl: `https://sign.test/manage/${token}`,
  personalUntil: new Date("2026-12-01T10:20:00Z"),
};

/** One of each mail, as a campaign would send it. */
export const sampleEmails: Email[] = [
  { name: "confirm-signature", props: confirm },
  { name: "confirm-reminder", props: confirm },
  {
    name: "already-signed",
    props: {
      ...common,
      ...signed,
      confirmedAt: new Date("2026-11-24T10:20:00Z"),
      receiptCode: "7Q4M-2HXK-9D",
      manageUrl: "https://sign.test/manage",
    },
  },
  {
    name: "receipt",
    props: {
      ...common,
      ...signed,
      ...personal,
      confirmedAt: new Date("2026-11-24T10:20:00Z"),
      receiptCode: "7Q4M-2HXK-9D",
      manageUrl: "https://sign.test/manage",
    },
  },
  { name: "manage-link", props: { ...common, ...personal, name: signed.name } },
  {
    name: "data-erased",
    props: { ...common, erasedAt: new Date("2026-11-25T09:30:00Z") },
  },
  {
    name: "organizer-code",
    props: { ...common, code: "482913", expiresAt: new Date("2026-11-25T09:40:00Z") },
  },
];
