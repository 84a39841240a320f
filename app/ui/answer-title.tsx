import { createContext, type ReactNode, useContext } from "react";

/** What a form's answer puts in front of its page's title, once it is rendered. */
export type AnswerTitle = { failed: boolean; says: string | null };

const AnswerTitleContext = createContext<AnswerTitle | null>(null);

/** Provides the title's prefix, which the server sets after rendering. */
export function AnswerTitleProvider({ title, children }: { title: AnswerTitle; children: ReactNode }) {
  return <AnswerTitleContext.Provider value={title}>{children}</AnswerTitleContext.Provider>;
}

/**
 * Sets the start of a page's title, which a screen reader reads first: `failed`, that something must change;
 * `says`, what the page asks or tells instead of what its address promises. Heads are rendered before their
 * pages and know no answer: without scripts the server rewrites the title, organizer pages set it in the
 * browser.
 */
export function useAnswerTitle(change: Partial<AnswerTitle>) {
  const title = useContext(AnswerTitleContext);
  if (title) Object.assign(title, change);
}
