export default {
  title: "Embed this campaign",
  standfirst:
    "Put the petition or the count on your own site. Newsrooms and programs can use the campaign’s figures as open data.",

  widget: {
    newTab: "The button opens a new tab on this campaign’s own site.",
    read: "Read the case",
    by: "A campaign on",
  },

  private: {
    heading: "Your readers’ privacy",
    points: [
      "It sets no cookies and loads nothing from other sites.",
      "You never see what readers type. We only count how often your site showed it, not who read it.",
      "A signature counts only after its signer confirms it by email.",
    ],
  },

  form: {
    heading: "The form",
    text: "Readers sign without leaving your page. The next step opens in a new tab.",
  },
  counter: { heading: "The count", text: "How many people signed, with a button that leads here." },
  code: "Code to copy",
  copy: "Copy the code",
  copied: "Copied",
  preview: "Preview",
  source: (field: string) =>
    `To count the signatures from your site, put a name of your own in place of ${field}: letters, digits, dots, dashes.`,
  height: "The second line adjusts the height. Without it, or without JavaScript, the frame scrolls.",
  frameTitle: (title: string) => `Sign: ${title}`,
  counterTitle: (title: string) => `How many have signed: ${title}`,
  /** Who embeds puts a name of their own in its place. */
  sourceField: "YOUR-SITE",
  fallback: (title: string) => `Sign “${title}”`,

  data: {
    heading: "Open data",
    text: "Any site may read these addresses. Counts are a few seconds old at most. They set no cookies and hold nothing about individuals.",
    rows: {
      count: "Current counts",
      series: "Over time, as JSON",
      seriesCsv: "Over time, as CSV",
      pledges: "Shareholder pledges",
      letters: "Letters by status",
      updates: "Updates, as an Atom feed",
      api: "API description (OpenAPI)",
    },
    five: "Series merge days until each group holds at least five people, so nobody can be singled out.",
  },
};
