/** The page of the design system, which developers alone open. */
export default {
  title: "How it looks",
  standfirst:
    "Tokens and components, made from the style sheets and the components that the pages use. It is here on your own machine alone.",
  colour: {
    heading: "Colour",
    text: "What is read on what, with the contrast measured. Text needs 4.5.",
    columns: { text: "Text", on: "On", light: "Light", dark: "Dark" },
    values: "Every colour",
    token: "Token",
  },
  type: {
    heading: "Type",
    text: "Source Serif 4 for what is read, Public Sans for what is used. Both are cut to the letters of English and Spanish; others come by unicode-range.",
    sample: "A line is signed, and counted",
    rows: {
      t4: "h1, −0.02em",
      t3: "h1 of a form",
      t2: "h2",
      t1: "h3, captions",
      t0: "Body of the case",
      standfirst: "Standfirst",
      sans: "Interface",
      small: "Notes",
      kind: "Kind",
    } as Record<string, string>,
  },
  spacing: { heading: "Spacing", text: "Steps of a grid of 4 px." },
  motion: {
    heading: "Motion",
    text: "State alone moves: 140 ms, ease-out. With reduced motion nothing does.",
  },
  marks: { heading: "Mark", text: "The × on the line one signs on. It works at 16 px and in one ink." },
  areas: {
    forms: {
      heading: "Forms",
      text: "What people fill in. Here and below, each component as the pages draw it, in light and in dark.",
    },
    site: {
      heading: "On any page",
      text: "What public pages and pages behind mailed links are put together from.",
    },
    case: { heading: "The case", text: "The parts of a campaign’s argument, as a phone shows them." },
    pledge: {
      heading: "The pledge",
      text: "Both steps, where a pledge stands, and what all of them come to.",
    },
    letter: { heading: "The letter", text: "From its first word over its preview to what became of it." },
    console: {
      heading: "The console",
      text: "Lists, filters, decisions, proofs, work under way and the parts of the overview.",
    },
  },
  states: {
    default: "As it comes",
    focus: "With the focus",
    error: "With an error",
    empty: "Empty",
    loading: "At work",
    filled: "Filled",
    closed: "Closed",
    chosen: "Chosen",
    held: "Held up",
    done: "Done",
  },
};
