import { useEffect, useState } from "react";
import { useNavigation } from "#app/ui/remix.ts";

/** What a form sent last, in this tab's storage until its answer is known. */
type Sent = { who: string; page: string; fields: [string, string][]; isLost: boolean };

const key = "sent";
/** Milliseconds in which a page that is being left for a form's answer asks no question. */
const answersWithin = 2000;
const typed =
  'textarea, input:is([type="text"], [type="email"], [type="url"], [type="date"], [type="number"])';

const isPost = (form: HTMLFormElement | null | undefined): form is HTMLFormElement =>
  form?.method === "post" &&
  form.closest("main") !== null &&
  !form.querySelector("[autocomplete=one-time-code]");

/** Tells whether a form came back with what was typed, which is stored nowhere. */
const cameBack = () => document.querySelector("main :is(.summary, .two-texts)") !== null;

/**
 * Asks before unsaved text is left, and fills a form again that was sent after the session had ended, once
 * the same organizer has signed in. Returns whether it did. A form that saves itself has `data-autosaves`.
 */
export function useKeepTyped(who: string): boolean {
  const [isBack, setBack] = useState(false);
  const isIdle = useNavigation().state === "idle";

  useEffect(() => {
    const unsaved = new Set<HTMLFormElement>();
    let sentAt = 0;
    const isUnsaved = () =>
      [...unsaved].some((form) => form.isConnected) || (cameBack() && Date.now() - sentAt > answersWithin);
    const note = ({ target }: { target: EventTarget | null }) => {
      if (!(target instanceof Element) || !target.matches(typed)) return;
      const { form } = target as HTMLInputElement;
      if (isPost(form) && !("autosaves" in form.dataset)) unsaved.add(form);
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    /** The router would replace the page without a question; the browser asks. */
    const leave = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a[href]") && isUnsaved())
        event.stopImmediatePropagation();
    };
    const send = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (form.getAttribute("action") === "/sign-out") sessionStorage.removeItem(key);
      if ([...unsaved].some((other) => other !== form && other.isConnected)) {
        event.stopImmediatePropagation();
        return;
      }
      unsaved.delete(form);
      if (!isPost(form) || !form.querySelector(typed)) return;
      sentAt = Date.now();
      const fields = [...new FormData(form)].filter(
        (field): field is [string, string] => typeof field[1] === "string",
      );
      write({ who, page: window.location.pathname, fields, isLost: false });
    };
    for (const field of document.querySelectorAll<HTMLInputElement>(typed))
      if (field.value !== field.defaultValue) note({ target: field });
    const back = takeLost(who);
    if (back) {
      note({ target: back.querySelector(typed) });
      setBack(true);
    }
    document.addEventListener("input", note);
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", leave, true);
    window.addEventListener("submit", send, true);
    return () => {
      document.removeEventListener("input", note);
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", leave, true);
      window.removeEventListener("submit", send, true);
    };
  }, [who]);

  // Whatever page this is, the form reached somebody signed in.
  useEffect(() => {
    if (isIdle && read()?.isLost === false) sessionStorage.removeItem(key);
  }, [isIdle]);
  return isBack;
}

/** Notes, on the page that asks to sign in, that the form sent last was not taken. */
export function useNoteLost() {
  useEffect(() => {
    const sent = read();
    if (sent) write({ ...sent, isLost: true });
  }, []);
}

/** Fills the form of this page that was sent in vain; null if there is none. */
function takeLost(who: string): HTMLFormElement | null {
  const sent = read();
  if (!sent?.isLost || sent.who !== who || sent.page !== window.location.pathname) return null;
  const forms = [...document.forms].filter(isPost);
  const at = findLostForm(sent.fields, forms.map(shapeOf));
  const form = at === null ? null : forms[at];
  sessionStorage.removeItem(key);
  if (!form) return null;
  for (const field of form.elements) {
    if (!(field instanceof HTMLElement) || !("name" in field) || field instanceof HTMLButtonElement) continue;
    fill(
      field as HTMLInputElement,
      sent.fields.filter(([name]) => name === field.name).map(([, value]) => value),
    );
  }
  for (let one = form.closest("details"); one; one = one.parentElement?.closest("details") ?? null)
    one.open = true;
  return form;
}

const fieldsOf = (form: HTMLFormElement, which: string) => [
  ...form.querySelectorAll<HTMLInputElement>(which),
];

const shapeOf = (form: HTMLFormElement): FormShape => ({
  typed: fieldsOf(form, typed).map(({ name }) => name),
  hidden: fieldsOf(form, 'input[type="hidden"]').map(({ name, value }) => [name, value]),
});

function fill(field: HTMLInputElement, values: string[]) {
  if (field.type === "file") return;
  if (field.type === "checkbox" || field.type === "radio") {
    if (field.checked !== values.includes(field.value)) field.click();
    return;
  }
  const [value] = values;
  if (value === undefined || value === field.value) return;
  // React overrides the setter of the element, and would not notice.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

function read(): Sent | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(sent: Sent) {
  try {
    sessionStorage.setItem(key, JSON.stringify(sent));
  } catch {
    // The storage is full or off: then a lost form is lost, as without scripts.
  }
}

/** What a form sends: names of its text fields, and its hidden fields. */
type FormShape = { typed: readonly string[]; hidden: readonly (readonly [string, string])[] };

/** Hidden fields with a version, which may have changed by now. All others say what the form is about. */
const isVersion = (name: string) => /^(version|seen|digest|earlier|letters|again|at|v_.*)$/.test(name);

/**
 * Finds the form of a page that sent these fields: the same text fields, about the same thing. A page may
 * have one form for each line, or for each language, with the same names.
 */
export function findLostForm(
  sent: readonly (readonly [string, string])[],
  forms: readonly FormShape[],
): number | null {
  const names = new Set(sent.map(([name]) => name));
  const isSent = ([name, value]: readonly [string, string]) =>
    isVersion(name) || sent.some(([other, its]) => other === name && its === value);
  const found = forms
    .map(({ typed, hidden }, at) => ({ at, typed, hidden }))
    .filter(
      ({ typed, hidden }) =>
        typed.length > 0 && typed.every((name) => names.has(name)) && hidden.every(isSent),
    )
    .sort((a, b) => b.typed.length - a.typed.length || b.hidden.length - a.hidden.length);
  return found[0]?.at ?? null;
}
