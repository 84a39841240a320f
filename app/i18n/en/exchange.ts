const digits = (n: number) => new Intl.NumberFormat("en").format(n);

export default {
  exports: {
    presets: {
      "action-network": {
        name: "Action Network",
        madeFor: "its upload of activists; people who want updates",
      },
      mailchimp: { name: "Mailchimp", madeFor: "its import of contacts; people who want updates" },
      listmonk: { name: "listmonk", madeFor: "its import of subscribers; people who want updates" },
      actionkit: { name: "ActionKit", madeFor: "its upload of users; people who want updates" },
      nationbuilder: { name: "NationBuilder", madeFor: "its import of people; people who want updates" },
      osdi: { name: "OSDI", madeFor: "tools that read its JSON; people who want updates" },
    },
    columnsOf: {
      "action-network": "Columns for Action Network",
      mailchimp: "Columns for Mailchimp",
      listmonk: "Columns for listmonk",
      actionkit: "Columns for ActionKit",
      nationbuilder: "Columns for NationBuilder",
      osdi: "What an OSDI file holds",
    },
    holdsOf: {
      first_name: "the text before the last space of the name",
      "First Name": "the text before the last space of the name",
      last_name: "the text after the last space of the name",
      "Last Name": "the text after the last space of the name",
      full_name: "as the signer wrote it",
      "Full Name": "as the signer wrote it",
      "Email Address": "as the signer wrote it",
      zip_code: "only if given, text",
      "Postal Code": "only if given, text",
      address: "empty: not collected",
      address1: "empty: not collected",
      city: "empty: not collected",
      state: "empty: not collected",
      phone: "empty: not collected",
      Country: "ISO 3166-1, two letters",
      language: "of the page they signed on",
      Language: "of the page they signed on",
      signed_at: "2026-11-24T14:21:07Z",
      "Signed On": "day in UTC",
      created_at: "2026-11-24 14:21:07, UTC",
      "Email Opt-In": "yes when they want news",
      attributes: "JSON: name, country, postcode, language, time, opt-in",
      note: "the comment, only if given",
      action_comment: "the comment, only if given",
      tag_list: "the campaign",
      signature: "a signature with its person, as resources of OSDI",
    } as Record<string, string>,

    saved: {
      heading: "Saved filters",
      none: "A filter with a name stands here, for everyone who exports in this campaign.",
      forget: (name: string) => `Forget “${name}”`,
      using: (name: string) => `Filled in from “${name}”.`,
      name: "Save this as a filter named",
      nameHint: "The same name replaces what it stood for.",
    },
    countries: "Countries",
    countriesHint: "Two-letter codes, like US CA DE. Empty is every country.",
    consent: "Consent",
    consents: {
      needed: "Only people who agreed to what the file is for",
      updates: "Only people who agreed to updates",
      any: "Everyone in these states, whatever they agreed to",
    },
    consentHint:
      "Files for mail tools hold people who agreed to updates. “Everyone” is refused for the delivery list and for ActionKit; in the other files a column says who may not be written to.",
    format: "File",
    formats: { csv: "CSV", xlsx: "Excel workbook (XLSX)", json: "JSON, for OSDI" },
    how: "How you get it",
    hows: { now: "Send it now, once", keep: "Prepare it, and let me fetch it for 24 hours" },
    howHint:
      "A prepared file is made in the background and can be fetched in parts: a broken download goes on where it stopped. It is kept encrypted, and removed after 24 hours, or at once when somebody in this campaign is erased.",
    howLarge: (rows: number) => `This list has about ${digits(rows)} rows: prepare it.`,

    errors: {
      countries: "Write codes of countries with two letters, like US or DE",
      consent: "This file holds only people who agreed: choose another file, or leave the consent on",
      format: "Choose a kind of file that this preset can be: OSDI is JSON, all others are CSV or a workbook",
      how: "Choose how you get it",
      filter_name: "Write a name of at most 80 characters",
    } as Record<string, string>,

    asked:
      "The file is being made. It will stand in the list of exports, and this page says when it is ready.",
    wiped: "The file was removed.",
    forgotten: "The filter was forgotten.",
    frozen: "Exports of this campaign are frozen. Nothing leaves until somebody who manages it lifts that.",
    progress: (rows: number, of: number | null) =>
      of ? `${digits(rows)} of about ${digits(of)} rows` : `${digits(rows)} rows so far`,
    download: "Download",
    until: "Kept until",
    wipe: "Remove it now",
    look: "Look again",
    stateOf: { wiped: (time: string) => `Removed, ${time}` },
    wipedFor: {
      expired: "Its 24 hours were over.",
      erasure:
        "Somebody in this campaign was erased: a file that held them must not stay. Make it again to have the list as it is now.",
      organizer: "An organizer removed it.",
    },
    gone: {
      title: "This file is not here any more",
      text: "It expired, or was removed because somebody was erased. Make a new export to have the list as it is now.",
    },
    made: {
      title: "This file is not whole yet",
      text: "It is being made. Please fetch it when the list of exports says so.",
    },
  },
};
