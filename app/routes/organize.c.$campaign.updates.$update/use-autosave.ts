import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Answer } from "./act.server.ts";

const pauseMs = 1000;

/**
 * Saves the form a second after somebody stops typing, one save at a time. A refused save ends it until the page
 * is sent by hand: what was typed stays in the fields.
 */
export function useAutosave(form: RefObject<HTMLFormElement>) {
  const fetcher = useFetcher<Answer>();
  const [typed, setTyped] = useState(0);
  const sent = useRef(0);
  const { state, data, submit } = fetcher;
  const refused = data !== undefined && data.saved === undefined;

  useEffect(() => {
    if (typed === sent.current || state !== "idle" || refused) return;
    const timer = setTimeout(() => {
      if (!form.current) return;
      sent.current = typed;
      const values = new FormData(form.current);
      values.set("intent", "autosave");
      submit(values, { method: "post" });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, state, refused, form, submit]);

  return {
    answer: data,
    isSaving: state !== "idle",
    isDirty: typed !== sent.current,
    onInput: () => setTyped((n) => n + 1),
  };
}
