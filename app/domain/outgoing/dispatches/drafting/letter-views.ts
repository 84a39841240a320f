/** Who opened how many letters of a dispatch. A letter with a corrected name counts as unopened. */
export type LetterViews = { letters: number; people: { id: string; name: string; opened: number }[] };
