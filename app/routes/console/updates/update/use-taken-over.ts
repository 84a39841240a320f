import { useState, useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * True for a part of the page that came from the server, once React has taken it over in the browser. A text
 * area of such a part is given no text: React 18 would put it back to the one that was sent, and what was
 * typed while scripts loaded would be lost.
 */
export function useTakenOver(): boolean {
  const takesOver = useSyncExternalStore(
    never,
    () => false,
    () => typeof document !== "undefined",
  );
  const [takenOver] = useState(takesOver);
  return takenOver;
}
