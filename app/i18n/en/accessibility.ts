export default {
  title: "Accessibility",
  standfirst:
    "Everyone should be able to read the case, sign, pledge, write a letter, and see or erase what is held about them. This page says how far that is true, and whom to tell where it is not.",
  aim: {
    heading: "What we hold ourselves to",
    text: "The Web Content Accessibility Guidelines (WCAG) 2.2, levels A and AA, on every page, in every language.",
  },
  works: {
    heading: "What works",
    items: [
      "Every page can be used with a keyboard alone, with a screen reader, with text twice as large, on a screen 320 pixels wide, in light and in dark.",
      "Every page can be used without JavaScript and without images. No step has a time limit.",
      "A form that comes back says at its top what to change, leads to each field, and keeps what was typed.",
      "Charts have a table beside them. Nothing is told by colour alone. Nothing moves for those who asked their device for less motion.",
    ],
  },
  checked: {
    heading: "How it is checked",
    text: "With each change, a program looks at every page in each language, light and dark, narrow and with large text (axe), and takes the journeys of a signer, a shareholder and a writer with JavaScript on and off. That finds much, and not everything: no person who uses a screen reader every day has tested this site for us yet.",
  },
  known: {
    heading: "What we know is not right yet",
    items: [
      "The papers made for handing over (PDF) have text that can be selected and read aloud, but no tags for their structure. The same is on the pages as text.",
      "What people write, and quotations from newsrooms, stand in the language they were written in. They are marked with it where we know it.",
    ],
  },
  tell: {
    heading: "Tell us",
    text: "If something keeps you out, write to us, and say which page and what you use to read it. You get an answer from a person, and what you wanted to do can be done by e-mail meanwhile.",
    contact: "Contact:",
    several: "Several campaigns share this site. Write to the one whose page it is:",
    missing: "Whom to write to has not been named yet.",
  },
};
