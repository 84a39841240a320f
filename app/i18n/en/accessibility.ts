export default {
  title: "Accessibility",
  standfirst:
    "Everyone should be able to read the case, sign, pledge, write a letter, and see or erase their data. This page says how far that is true, and how to tell us where it is not.",
  aim: {
    heading: "Our standard",
    text: "The Web Content Accessibility Guidelines (WCAG) 2.2, levels A and AA, on every page, in every language.",
  },
  works: {
    heading: "What works",
    items: [
      "You can use every page with a keyboard alone, with a screen reader, with text twice as large, on a screen 320 pixels wide, in light and in dark.",
      "You can use every page without JavaScript and without images. A form that knows you does so for 30 minutes; the open one has no limit.",
      "A form with errors lists them at the top, links to each field, and keeps what you typed.",
      "Charts come with a table. Color alone never carries meaning. Nothing moves if you asked your device for less motion.",
    ],
  },
  checked: {
    heading: "How we check",
    text: "With each change, a program (axe) tests every page in each language, light and dark, narrow and with large text. No one who uses a screen reader every day has tested this site yet.",
  },
  known: {
    heading: "Known problems",
    items: [
      "The PDFs we deliver have text you can select and hear, but no tags for their structure. The pages have the same text.",
      "What people write, and quotes from newsrooms, stay in their own language. We mark it where we know it.",
    ],
  },
  tell: {
    heading: "Tell us",
    text: "If something keeps you out, write to us. Name the page and what you use to read it. A person answers, and can do it for you by email.",
    contact: "Contact:",
    several: "Several campaigns share this site. Write to the one the page belongs to:",
    missing: "The contact is to be announced.",
  },
};
