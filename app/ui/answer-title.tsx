import { createContext, type ReactNode, useContext } from "react";

/** What the page that answers a form says of itself once it is rendered. */
export type AnswerTitle = { failed: boolean; says: string | null };

const AnswerTitleContext = createContext<AnswerTitle | null>(null);

/** Provides what the server puts into the title afterwards. */
export function AnswerTitleProvider({ title, children }: { title: AnswerTitle; children: ReactNode }) {
  return <AnswerTitleContext.Provider value={title}>{children}</AnswerTitleContext.Provider>;
}

/**
 * Sets what a page's title says first, as a screen reader does: `failed`, that something has to change;
 * `says`, what the page asks or tells instead of what its address promises. Heads are rendered before their
 * pages, and know of no answer: on pages without scripts the server writes the title again, organizer pages
 * do so where they are drawn.
 */
export function useAnswerTitle(change: Partial<AnswerTitle>) {
  const title = useContext(AnswerTitleContext);
  if (title) Object.assign(title, change);
}
