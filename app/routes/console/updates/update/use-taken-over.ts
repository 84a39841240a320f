import { useState, useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Tells if React has hydrated this part. Until then its text areas get no text: React 18 would restore the
 * server's text and drop what was typed while scripts loaded.
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
