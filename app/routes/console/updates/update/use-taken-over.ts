import { useState, useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Tells if a part that the server rendered was taken over by React. Its text areas are given no text: React
 * 18 would restore the one that was sent, and what was typed while scripts loaded would be lost.
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
