import { icu } from "./icu.ts";

const toLastSpace = "name up to its last space";
const digits = (n: number) => new Intl.NumberFormat("en").format(n);

export default {
  exports: {
    presets: {
      "action-network": { name: "Action Network", madeFor: "activist uploads; people who want updates" },
      mailchimp: { name: "Mailchimp", madeFor: "contact imports; people who want updates" },
      listmonk: { name: "listmonk", madeFor: "subscriber imports; people who want updates" },
    },
    columnsOf: {
      "action-network": "Columns for Action Network",
      mailchimp: "Columns for Mailchimp",
      listmonk: "Columns for listmonk",
    },
    holdsOf: {
      first_name: toLastSpace,
      "First Name": toLastSpace,
      last_name: "name after its last space",
      "Last Name": "name after its last space",
      full_name: "as signed",
      "Full Name": "as signed",
      "Email Address": "as signed",
      zip_code: "if given, text",
      "Postal Code": "if given, text",
      address: "empty: not collected",
      city: "empty: not collected",
      state: "empty: not collected",
      phone: "empty: not collected",
      Country: "ISO 3166-1, two letters",
      Language: "language they signed in",
      signed_at: "2026-11-24T14:21:07Z",
      "Signed On": "day in UTC",
      "Email Opt-In": "yes if they want updates",
      attributes: "JSON: name, country, postal code, language, time, opt-in",
    },

    saved: {
      heading: "Saved filters",
      none: "Filters saved here are shared with everyone who exports in this campaign.",
      forget: (name: string) => `Delete “${name}”`,
      using: (name: string) => `Using “${name}”.`,
      name: "Save this filter as",
      nameHint: "A filter of the same name is replaced.",
    },
    countries: "Countries",
    countriesHint: "Two-letter codes, like US CA DE; empty means all countries.",
    consent: "Consent",
    consents: {
      needed: "Only people who agreed to this use",
      updates: "Only people who agreed to updates",
      any: "Everyone in these states, regardless of consent",
    },
    consentHint: "Files for email tools hold only people who agreed to updates.",
    aboutConsent: "Learn more about other files",
    consentMore: "The delivery list has no “Everyone”; others mark who may not be emailed.",
    format: "File format",
    formats: { csv: "CSV", xlsx: "Excel workbook (XLSX)" },
    how: "Download",
    hows: { now: "Download it now, once", keep: "Prepare it, and keep it for 24 hours" },
    howHint: "A prepared file is made in the background; an interrupted download can resume.",
    aboutKept: "Learn more about prepared files",
    keptMore: "It is encrypted, and deleted after 24 hours or once someone in this campaign is erased.",
    howLarge: (rows: number) => `This list has about ${digits(rows)} rows: prepare the file.`,

    errors: {
      countries: "Use two-letter country codes, like US or DE",
      consent: "This file holds only people who agreed: choose another file, or keep the consent filter",
      format: "Choose CSV or a workbook",
      how: "Choose how to download",
      filter_name: "Use at most 80 characters",
    } as Record<string, string>,

    asked: "The file is being made. This page says when it is ready.",
    fetching: "Confirmed. Your file downloads now. If it does not, use its button in the list.",
    exported: (rows: number) => icu("Exported: {rows, plural, one {# row} other {# rows}}.", { rows }),
    wiped: "The file was deleted.",
    forgotten: "The filter was deleted.",
    frozen: "The campaign is frozen: no exports until someone who manages it lifts the freeze.",
    progress: (rows: number, of: number | null) =>
      of ? `${digits(rows)} of about ${digits(of)} rows` : `${digits(rows)} rows so far`,
    download: "Download",
    until: "Kept until",
    wipe: "Delete the file now",
    look: "Refresh the page",
    stateOf: { wiped: (time: string) => `Deleted, ${time}` },
    wipedFor: {
      expired: "Its 24 hours are over.",
      erasure:
        "Someone in this campaign was erased, so files that may hold their data are deleted. Make a new export.",
      organizer: "An organizer deleted it.",
    },
    gone: {
      title: "This file was deleted",
      text: "It expired, or someone in it was erased. Make a new export.",
    },
    made: {
      title: "This file is not ready yet",
      text: "It is being made. The list shows when you can download it.",
    },
  },
};
