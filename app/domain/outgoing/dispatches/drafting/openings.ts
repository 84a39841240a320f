/** Who opened how many of the letters that a dispatch holds now. A letter whose name was corrected since is another one. */
export type Openings = { letters: number; people: { id: string; name: string; opened: number }[] };
