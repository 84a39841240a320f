const digits = (n: number) => new Intl.NumberFormat("en").format(n);

/** What the console’s forms share, by what to do. A summary adds its own full stop. */
export const sendAgain = "The form could not be read. Send it again";
export const oneLine = "Use one line";
export const atMost = (characters: number) => `Use at most ${digits(characters)} characters`;
export const once = "Enter this once";
export const plainText = "Use letters and digits";
export const fewerMarks = "Use fewer accents on one letter";
export const ownWords = "Replace the instruction in square brackets with your words";
const unfilled = "nothing fills it in here, so people would read it as it is";
/** “…” is replaced by the field that was found, and # by its line. */
export const mergeField = `Remove “…” {in line #}: ${unfilled}`;
export const mergeFieldOf = (value: string) => `Remove “${value}”: ${unfilled}`;
export const fromList = "Choose from the list";

export const oneEmail = "Enter one email address, like name@example.org";
export const exportsText =
  "Download a file now, or have one kept for a day. Each is logged and comes with a manifest.";

/** What the console’s searches share. */
export const searchUnlogged = "Your search is not kept in any web address or log.";
export const badDay = "Write days like 2026-11-24. The date filter was ignored.";
export const tooShort = {
  title: "Type a little more",
  text: "Type at least three letters or digits in a row.",
};

/** Where a form is refused as a whole, next to its page. */
export const unreadable = `${sendAgain}.`;
