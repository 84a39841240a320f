import { createContext, useContext } from "react";

/** True in the pages of a campaign whose panic switch is on. */
export const Frozen = createContext(false);

export const useFrozen = () => useContext(Frozen);
