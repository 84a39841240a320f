import { createContext, type ReactNode, useContext } from "react";

const Level = createContext<2 | 3>(2);

/** Puts a part's headings one level lower, because it has a heading of its own. */
export const UnderHeading = ({ children }: { children: ReactNode }) => (
  <Level.Provider value={3}>{children}</Level.Provider>
);

/** Heads a section that may be part of a larger one. */
export function Heading({ children }: { children: ReactNode }) {
  return useContext(Level) === 2 ? <h2>{children}</h2> : <h3>{children}</h3>;
}
