import { forwardRef, type TextareaHTMLAttributes, useState, useSyncExternalStore } from "react";

/**
 * Renders a text area that keeps what was typed while scripts loaded. Where React 18 takes over a page, it
 * restores the text that the server sent, except in a text area that is given none.
 */
export const TextBox = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function TextBox({ defaultValue, ...rest }, ref) {
    return <textarea {...rest} defaultValue={useTakenOver() ? undefined : defaultValue} ref={ref} />;
  },
);

const never = () => () => undefined;

/** True in a part of the page that the server rendered, for as long as it is there. */
function useTakenOver(): boolean {
  const takesOver = useSyncExternalStore(
    never,
    () => false,
    () => typeof document !== "undefined",
  );
  const [takenOver] = useState(takesOver);
  return takenOver;
}
