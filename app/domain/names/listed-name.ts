/** Somebody on a public list. */
export type ListedName = {
  publicId: string;
  /** In full or initials, as they chose. */
  name: string;
  country: string;
};

/** A page of names; `older`: where the next page begins, if there is one. */
export type NamePage = { names: ListedName[]; older: string | null };
