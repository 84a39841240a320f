export default {
  title: "Take it to your site",
  standfirst:
    "A form to sign with, or the count alone, for any page you run. And the campaign’s figures as open data, for newsrooms and programs.",

  widget: {
    newTab: "Pressing the button opens a new tab, where you see this campaign’s own address.",
    read: "Read the case",
    by: "A campaign on",
  },

  private: {
    heading: "What it does with your readers",
    points: [
      "It sets no cookie and loads nothing from anywhere but this site.",
      "You never see what is typed into it, and we are not told who read your page: only its address, without anything after the host, is counted.",
      "Nobody is counted before they have pressed the button in the e-mail we send them.",
    ],
  },

  form: {
    heading: "The form",
    text: "Readers sign without leaving your page; what comes next opens in a tab of its own.",
  },
  counter: { heading: "The count", text: "How many have signed, with one button that leads here." },
  code: "To copy into your page",
  copy: "Copy",
  copied: "Copied",
  preview: "What it looks like",
  source: (field: string) =>
    `To see in the campaign’s figures how many came through you, put a name of your own in place of ${field}: letters, digits, points, dashes.`,
  height: "The second line fits the height. Without it, or without JavaScript, the frame scrolls.",
  frameTitle: (title: string) => `Sign: ${title}`,
  counterTitle: (title: string) => `How many have signed: ${title}`,
  /** Who embeds puts a name of their own in its place. */
  sourceField: "YOUR-SITE",
  fallback: (title: string) => `Sign “${title}”`,

  data: {
    heading: "Open data",
    text: "Any site may read these addresses. The counts are at most a few seconds old. None of them sets a cookie or holds anything about one person.",
    what: "What",
    address: "Address",
    rows: {
      count: "The counts of this moment",
      series: "Over time, as JSON",
      seriesCsv: "Over time, as a table (CSV)",
      pledges: "What shareholders have pledged",
      letters: "The ledger of letters",
      updates: "Updates as a feed (Atom)",
      api: "The API, described (OpenAPI)",
    },
    five: "Series group whole days until at least five people are in each, so nobody can be singled out.",
  },
};
