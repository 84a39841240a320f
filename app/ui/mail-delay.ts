import { createContext, useContext } from "react";

const DelayContext = createContext(false);

/** Tells the parts of a page whether emails are late. */
export const MailDelayProvider = DelayContext.Provider;

/** Tells if emails are late, so that no page promises one soon. */
export const useIsMailLate = () => useContext(DelayContext);
