import { ExportForm } from "#app/domain/outgoing/exports/export-form.ts";
import { problem, wrongValue } from "#app/http/api.server.ts";
import { words } from "#app/i18n/index.ts";

const say = words("en").api.problems;

/** The console form's fields, without those only its page needs. */
const fields = [
  "preset",
  "state",
  "meeting",
  "company",
  "from",
  "to",
  "countries",
  "consent",
  "format",
  "bom",
];

/** Reads the export that a program requests; else 400. */
export async function readWanted(request: Request): Promise<ExportForm> {
  const body = await readJson(request);
  const unknown = Object.keys(body).find((name) => !fields.includes(name));
  if (unknown !== undefined) {
    const excerpt = unknown.slice(0, 40);
    throw problem(400, "unknown-field", say["unknown-field"](excerpt), { parameter: excerpt });
  }
  const parsed = ExportForm.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrongValue(String(issue?.path[0] ?? "preset"), issue?.message ?? "missing");
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await request.json();
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // Answered below.
  }
  throw problem(400, "unreadable", say.unreadable);
}
