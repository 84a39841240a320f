/**
 * The colors of the pages (app/ui/styles/tokens.css) where no style sheet applies: emails, PDFs, pictures and
 * the browser's bar. tests/unit/tokens.test.ts checks that they are the same.
 */
export const inks = {
  light: {
    paper: "#fbfaf7",
    ink: "#17191e",
    muted: "#595e69",
    rule: "#d9d5cc",
    act: "#a3201d",
    onAct: "#ffffff",
    link: "#0b4f8a",
    warning: "#fbf0d9",
    reported: "#0b4f8a",
    record: "#2c5e3f",
    statement: "#6b4a12",
    opinion: "#7a2750",
  },
  dark: {
    paper: "#14161a",
    ink: "#ece9e2",
    muted: "#a6abb6",
    rule: "#343944",
    act: "#ff8a7a",
    onAct: "#2a0706",
    link: "#8cc2ff",
    warning: "#2e2717",
    reported: "#8cc2ff",
    record: "#8fd0a5",
    statement: "#e0bd7a",
    opinion: "#eba3c6",
  },
} as const;
