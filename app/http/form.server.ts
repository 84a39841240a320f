import type { z } from "zod";

/** An error of one field. `code` names the words that say what to do; `value` was found, in its `line`. */
export type FieldError = { field: string; code: string; value?: string; line?: number };

/** What was typed, by field. */
export type TypedValues = Record<string, string | string[]>;

export type ParsedForm<T> =
  | { ok: true; value: T; values: TypedValues }
  | { ok: false; errors: FieldError[]; values: TypedValues };

/**
 * Tells how a form asks for itself in another language, without being stored: `corrected` with errors shown,
 * `as-typed` without. Null for every other post.
 */
export function asksAgain({ url }: Pick<Request, "url">): "corrected" | "as-typed" | null {
  if (!url.includes("?")) return null;
  const again = new URL(url).searchParams.get("again");
  if (again === null) return null;
  return again === "corrected" ? again : "as-typed";
}

type FormSchema = z.ZodObject<z.ZodRawShape>;

/** A decoded body; the entries of a field are texts or files. */
export type FormBody = { getAll: (field: string) => unknown[] };

/** Reads the fields of a request's form that `schema` names, as `readFields` does. */
export const parseForm = async <S extends FormSchema>(
  request: Request,
  schema: S,
  repeatable: readonly string[] = [],
): Promise<ParsedForm<z.output<S>>> => readFields(await readBody(request), schema, repeatable);

/**
 * Reads the fields that `schema` names; others are ignored. Refuses a field given twice, a file, and text
 * that is not text (NUL, control characters, invalid UTF-8). The schema's messages are codes. `repeatable`
 * fields are read as arrays. `values` is what was typed.
 */
export function readFields<S extends FormSchema>(
  form: FormBody | null,
  schema: S,
  repeatable: readonly string[] = [],
): ParsedForm<z.output<S>> {
  if (!form) return { ok: false, errors: [{ field: "form", code: "unreadable" }], values: {} };
  const errors: FieldError[] = [];
  const values: TypedValues = {};
  for (const field of Object.keys(schema.shape)) {
    const given = form.getAll(field);
    const texts = given.filter((entry): entry is string => typeof entry === "string");
    if (texts.length < given.length) errors.push({ field, code: "not-text" });
    else if (!texts.every(isText)) errors.push({ field, code: "not-text" });
    else if (texts.length > 1 && !repeatable.includes(field)) errors.push({ field, code: "given-twice" });
    if (repeatable.includes(field)) values[field] = texts.map(printable);
    else if (texts[0] !== undefined) values[field] = printable(texts[0]);
  }
  if (errors.length) return { ok: false, errors, values };

  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data, values };
  return { ok: false, errors: firstOfEachField(parsed.error), values };
}

const bodies = new WeakMap<Request, Promise<FormData | null>>();

/** Reads a request's form, once however often it is asked for; null if it cannot be decoded. */
export function readBody(request: Request): Promise<FormData | null> {
  const body = bodies.get(request) ?? decode(request);
  bodies.set(request, body);
  return body;
}

async function decode(request: Request): Promise<FormData | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/** Reads the texts of a form, the first of each name, as they were typed; not a reauthentication's. */
export const readTyped = async (request: Request): Promise<Record<string, string>> =>
  Object.fromEntries(
    [...((await readBody(request)) ?? [])]
      .reverse()
      .flatMap(([name, text]) =>
        typeof text === "string" && !name.startsWith("proof_") ? [[name, printable(text)]] : [],
      ),
  );

/** Control characters other than tab and line ends. */
const controls = /[^\P{Cc}\t\n\r]/gu;

/** Bytes that were not UTF-8 arrive as U+FFFD, which nobody types. */
const isText = (text: string) => text.search(controls) === -1 && !text.includes("\uFFFD");

/** Replaces characters that a page must not contain. */
const printable = (text: string) => text.replace(controls, "\uFFFD");

function firstOfEachField(error: z.ZodError): FieldError[] {
  const first = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    const code = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(issue.message) ? issue.message : "missing";
    const { value, line } = (issue.code === "custom" && issue.params) || {};
    const found = { ...(value && { value: String(value) }), ...(line && { line: Number(line) }) };
    if (!first.has(field)) first.set(field, { field, code, ...found });
  }
  return [...first.values()];
}
