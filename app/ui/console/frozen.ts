import { createContext, useContext } from "react";

/** True on pages of a frozen campaign. */
export const Frozen = createContext(false);

export const useFrozen = () => useContext(Frozen);
