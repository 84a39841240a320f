/** Somebody on a public list, as they chose to appear. */
export type ListedName = {
  publicId: string;
  /** In full or by initials. */
  name: string;
  country: string;
};

/** Names on one page; `older` is the one to page on from, where there are more. */
export type NamePage = { names: ListedName[]; older: string | null };
