import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useNavigation } from "#app/ui/remix.ts";
import { askSite, type Trouble } from "./ask-site.ts";
import type { Answer } from "./load.server.ts";

const pauseMs = 1000;
const pauseAtMostMs = 30_000;
/** Bytes. Browsers allow a page that is left to send 64 kB. */
const outlivesBytes = 60_000;

type AutosaveOptions = {
  /** The update's page. */
  address: string;
  /** When it changes, the page was reloaded: the last autosave's answer is dropped. */
  loadedAt: string;
  /** The answer to the last button. */
  answer: Answer | undefined;
};

/** The form's content at one moment; `typed` counts the edits until then. */
type Sent = { values: FormData; typed: number };

/**
 * Saves the form a second after somebody stops typing, one save at a time, and when they leave. A save
 * without an answer is retried unchanged until its result is known: stored twice it is the same text, so a
 * page never conflicts with itself. A button waits for a running save. After a conflict with another
 * organizer it stops until that is resolved by hand. The fields always keep what was typed.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, options: AutosaveOptions) {
  const { address, loadedAt, answer } = options;
  const [typed, setTyped] = useState(0);
  const [saved, setSaved] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const [trouble, setTrouble] = useState<{ kind: Trouble; tries: number } | null>(null);
  const [heard, setHeard] = useState<{ loadedAt: string; answer: Answer } | null>(null);
  /** Sent, but not yet answered. */
  const pending = useRef<Sent | null>(null);
  /** Sent by a button. */
  const pressed = useRef<Sent | null>(null);
  /** The button that waits for a running save. */
  const waiting = useRef<HTMLElement | null>(null);
  /** A button waited for a save that then conflicted with somebody else's. */
  const [isOvertaken, setIsOvertaken] = useState(false);
  const isBusy = useNavigation().state !== "idle";
  const known = heard?.loadedAt === loadedAt ? heard.answer : undefined;
  const isBlocked = [known, answer].some((one) => one?.stale) || known?.refused !== undefined;
  const isDirty = typed !== saved;

  const save = useCallback(async () => {
    if (!form.current) return;
    const sent = pending.current ?? { values: valuesOf(form.current), typed };
    pending.current = sent;
    setIsSaving(true);
    const keepalive = sizeOf(sent.values) < outlivesBytes / 2;
    const response = await askSite<{ data: Answer }>(`${address}.data`, {
      method: "POST",
      body: sent.values,
      keepalive,
    });
    setIsSaving(false);
    if ("trouble" in response) {
      setTrouble((before) => ({ kind: response.trouble, tries: (before?.tries ?? 0) + 1 }));
      return;
    }
    pending.current = null;
    setTrouble(null);
    setSaved(sent.typed);
    setHeard({ loadedAt, answer: response.received.data });
  }, [form, address, loadedAt, typed]);

  // Includes what was typed before this ran.
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLTextAreaElement>("input, textarea") ?? [])];
    if (fields.some(({ value, defaultValue }) => value !== defaultValue)) setTyped((n) => n + 1);
  }, [form]);

  const latest = useRef(save);
  latest.current = save;
  const tries = trouble?.tries ?? 0;
  /** Typing on does not delay a retry. */
  const turn = trouble ? null : typed;
  useEffect(() => {
    if (turn === saved || isSaving || isBlocked || isBusy) return;
    const again = () => void latest.current();
    const timer = setTimeout(again, Math.min(pauseMs * 2 ** Math.max(tries - 1, 0), pauseAtMostMs));
    if (tries > 0) window.addEventListener("online", again, { once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [turn, saved, tries, isSaving, isBlocked, isBusy]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (pending.current !== null && !isBlocked) {
      event.preventDefault();
      waiting.current = button;
      if (!isSaving) void save();
    } else {
      pressed.current = { values: valuesOf(event.currentTarget), typed };
    }
  };
  useEffect(() => {
    const button = waiting.current;
    if (isSaving || button === null) return;
    waiting.current = null;
    setIsOvertaken(isBlocked);
    if (!isBlocked && tries === 0) form.current?.requestSubmit(button);
  }, [isSaving, isBlocked, tries, form]);

  // The page loaded after a button includes what the button sent.
  useEffect(() => {
    if (loadedAt && pressed.current) setSaved(pressed.current.typed);
    pressed.current = null;
  }, [loadedAt]);
  // A button without an answer may have stored what it sent: the retry sends the same text.
  const { lost } = answer ?? {};
  useEffect(() => {
    if (lost && pressed.current) {
      pending.current = pressed.current;
      setTrouble({ kind: lost, tries: 1 });
    }
    if (answer) pressed.current = null;
  }, [answer, lost]);

  useLeaving(form, {
    isUnsaved: !isBlocked && (isDirty || trouble !== null),
    isLost: trouble !== null,
    leave: (values) => {
      if (pressed.current?.typed === typed || (isSaving && pending.current?.typed === typed)) return;
      // The running save makes the next version after the one it names.
      if (isSaving) values.set("version", String(Number(values.get("version")) + 1));
      else pending.current = { values, typed };
      void askSite(`${address}.data`, { method: "POST", body: values, keepalive: true });
    },
  });

  return {
    answer: known,
    trouble: trouble?.kind,
    isSaving,
    isDirty,
    isOvertaken,
    onInput: () => setTyped((n) => n + 1),
    onSubmit,
  };
}

type Leaving = {
  isUnsaved: boolean;
  /** Saving is not possible at the moment. */
  isLost: boolean;
  leave: (values: FormData) => void;
};

/** Sends unsaved text when the page is left; if that is not possible, the browser asks first. */
function useLeaving(form: RefObject<HTMLFormElement>, leaving: Leaving) {
  const now = useRef(leaving);
  now.current = leaving;
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const leave = () => {
      if (now.current.isUnsaved) now.current.leave(valuesOf(element));
    };
    const ask = (event: BeforeUnloadEvent) => {
      const { isUnsaved, isLost } = now.current;
      if (isUnsaved && (isLost || sizeOf(valuesOf(element)) > outlivesBytes)) event.preventDefault();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", ask);
      leave();
    };
  }, [form]);
}

/** The form's fields, as a save. */
function valuesOf(form: HTMLFormElement): FormData {
  const values = new FormData(form);
  values.set("intent", "autosave");
  return values;
}

const perField = 150;

/** Bytes of the form's body, with the overhead of each field. */
const sizeOf = (values: FormData) =>
  [...values.values()].reduce((bytes, value) => bytes + new Blob([value]).size + perField, 0);
