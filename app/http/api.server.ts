import { createHash } from "node:crypto";
import type { z } from "zod";
import { words } from "#app/i18n/index.ts";
import type { AppLoadContext } from "./remix.server.ts";
import { openToAll, publicPage } from "./respond.server.ts";

type Problems = ReturnType<typeof words>["api"]["problems"];
type ProblemCode = keyof Problems;

/** The description of the API. */
const documentPath = "/api/v1/openapi.json";
const problemType = "application/problem+json";

/** Answers with an error as JSON (RFC 9457): `code` for programs, `detail` for people. */
export function problem(
  status: number,
  code: string,
  detail: string,
  { parameter, headers = {} }: { parameter?: string; headers?: Record<string, string> } = {},
): Response {
  const body = { title: code, status, code, detail, ...(parameter === undefined ? {} : { parameter }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": problemType, "Cache-Control": "no-store", ...headers },
  });
}

const say = words("en").api;

export const unknownCampaign = (slug: string) =>
  problem(404, "unknown-campaign" satisfies ProblemCode, say.problems["unknown-campaign"](slug.slice(0, 64)));

export const unknownAddress = () =>
  problem(404, "unknown-address" satisfies ProblemCode, say.problems["unknown-address"](documentPath));

/** Turns an answer for people (rate limit, origin check, broken page) into a problem for programs. */
export function asProblem(answer: Response, requestId: string): Response {
  // The headers of a 416 say how long the file is.
  if (answer.status < 400 || answer.status === 416 || answer.headers.get("content-type") === problemType)
    return answer;
  const { status } = answer;
  const keep = ["Allow", "Connection", "Retry-After"].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const [code, detail] = wordsFor(status, requestId);
  return problem(status, code, detail, { headers: Object.fromEntries(keep) });
}

function wordsFor(status: number, requestId: string): [ProblemCode, string] {
  if (status === 404) return ["unknown-address", say.problems["unknown-address"](documentPath)];
  if (status === 405) return ["wrong-method", say.problems["wrong-method"]];
  if (status === 413) return ["too-large", say.problems["too-large"]];
  if (status < 500) return ["refused", say.problems.refused];
  if (status === 503) return ["unavailable", say.problems.unavailable];
  return ["broken", say.problems.broken(requestId)];
}

/** Throws 429 when this client asked too often for what is not cached. */
export async function limitPrograms(
  { limits, clientAddress }: AppLoadContext,
  limit: "api" | "apiToken" | "apiWrong" = "api",
  about?: string,
): Promise<void> {
  const seconds = await limits.spend(limit, about === undefined ? clientAddress : "", about);
  if (seconds > 0)
    throw problem(429, "too-many" satisfies ProblemCode, say.problems["too-many"](seconds), {
      headers: { "Retry-After": String(seconds) },
    });
}

/** Reads the parameters of an address, each known and given once; else 400, naming the wrong one. */
export function readQuery<S extends z.ZodObject>(request: Request, schema: S): z.output<S> {
  const search = new URL(request.url).searchParams;
  const known = Object.keys(schema.shape);
  for (const name of new Set(search.keys())) {
    if (!known.includes(name)) {
      const excerpt = name.slice(0, 40);
      const detail = say.problems["unknown-parameter"](excerpt, known);
      throw problem(400, "unknown-parameter" satisfies ProblemCode, detail, { parameter: excerpt });
    }
    if (search.getAll(name).length > 1)
      throw problem(400, "given-twice" satisfies ProblemCode, say.problems["given-twice"](name), {
        parameter: name,
      });
  }
  const read = schema.safeParse(Object.fromEntries(search));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw wrongValue(String(issue?.path[0] ?? ""), issue?.message ?? "missing");
}

/** Answers 400 for an unusable value; `code` names its words. */
export function wrongValue(parameter: string, code: string): Response {
  const known = Object.hasOwn(say.values, code) ? code : "missing";
  return problem(400, known, say.values[known]?.(parameter) ?? "", { parameter });
}

/**
 * Answers with JSON that every site may read and a cache may hold as long as a public page; 304 to a client
 * that holds this version (RFC 9110, section 13.1.2).
 */
export function openAnswer(request: Request, body: object): Response {
  const text = JSON.stringify(body);
  const etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { "Content-Type": "application/json", ETag: etag, ...openToAll, ...publicPage };
  const stored = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (stored?.includes(etag.slice(2)) || stored?.includes("*"))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
