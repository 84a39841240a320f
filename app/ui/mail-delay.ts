import { createContext, useContext } from "react";

const DelayContext = createContext(false);

/** Tells the parts of a page whether emails are late. */
export const MailDelayProvider = DelayContext.Provider;

/** Whether emails are late, so that no page says that one comes soon. */
export const useIsMailLate = () => useContext(DelayContext);
