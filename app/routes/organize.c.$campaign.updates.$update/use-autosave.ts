import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Answer } from "./act.server.ts";

const pauseMs = 1000;

type AutosaveOptions = {
  /** Another one forgets what the last save answered. */
  key: string;
  /** True while somebody has to decide something before anything is saved. */
  held: boolean;
};

/**
 * Saves the form a second after somebody stops typing, one save at a time. Where somebody else was faster it stops,
 * until the page is sent by hand: what was typed stays in the fields.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, { key, held }: AutosaveOptions) {
  const fetcher = useFetcher<Answer>({ key });
  const [typed, setTyped] = useState(0);
  const sent = useRef(0);
  const { state, data, submit } = fetcher;
  const stopped = held || data?.stale !== undefined || data?.refused !== undefined;

  // What was typed before this ran.
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLTextAreaElement>("input, textarea") ?? [])];
    if (fields.some(({ value, defaultValue }) => value !== defaultValue)) setTyped((n) => n + 1);
  }, [form]);

  useEffect(() => {
    if (typed === sent.current || state !== "idle" || stopped) return;
    const timer = setTimeout(() => {
      if (!form.current) return;
      sent.current = typed;
      const values = new FormData(form.current);
      values.set("intent", "autosave");
      submit(values, { method: "post" });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, state, stopped, form, submit]);

  return {
    answer: data,
    isSaving: state !== "idle",
    isDirty: typed !== sent.current,
    onInput: () => setTyped((n) => n + 1),
  };
}
