import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";

type Schema = { properties?: object; $ref?: string; [key: string]: unknown };
type Answer = { content?: Record<string, { schema: Schema }>; $ref?: string };
type Example = { value: Record<string, unknown> };
type Operation = {
  operationId: string;
  requestBody?: { content: { "application/json": { examples: Record<string, Example> } } };
  responses: Record<string, Answer>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Answer>>;
};

/** Allows in every object only what is described, so that an undescribed field fails. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T;
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return (
    "properties" in inner && inner.type === "object" ? { additionalProperties: false, ...inner } : inner
  ) as T;
}

/**
 * Reads a site's API document. `check` compares an answer with it, and `untold` lists what of the document
 * was never checked: `get /path 200`.
 */
export async function anApiDocument(get: (path: string) => Promise<Response>) {
  const document = (await (await get("/api/v1/openapi.json")).json()) as Document;
  const found = await new Validator().validate(structuredClone(document));
  expect(found.errors ?? []).toEqual([]);
  expect(document.openapi).toMatch(/^3\.1\./);

  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "document", ...closed(document) });
  const seen = new Set<string>();
  const all = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    ),
  );

  return {
    document,
    /** The bodies that the document shows for an address, by their names. */
    examplesOf: (method: string, path: string) =>
      document.paths[path]?.[method]?.requestBody?.content["application/json"].examples ?? {},
    untold: () => all.filter((each) => !seen.has(each)),
    /** Checks an answer to `method` on a documented path against its status's schema. Returns its body. */
    async check(method: "get" | "post" | "delete", path: string, answer: Response) {
      const documented = document.paths[path]?.[method]?.responses[answer.status];
      const name = `${method} ${path} ${answer.status}`;
      if (!documented) throw new Error(`the document says nothing of ${name}: ${await answer.text()}`);
      const described = documented.$ref
        ? document.components.responses?.[documented.$ref.split("/").at(-1) ?? ""]
        : documented;
      if (!described) throw new Error(`${name} leads nowhere`);
      seen.add(name);
      if (!described.content) {
        const body = await answer.text();
        expect([name, body]).toEqual([name, ""]);
        return null;
      }
      const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
      expect([name, Object.keys(described.content)]).toEqual([name, expect.arrayContaining([type])]);
      if (!/json$/.test(type)) return null;
      const body: unknown = await answer.json();
      const schema = closed(described.content[type]?.schema ?? {});
      const check = ajv.compile(pointing(schema));
      check(body);
      expect([name, check.errors ?? []]).toEqual([name, []]);
      return body;
    },
  };
}

/** Makes references within the document work from a schema on its own. */
const pointing = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components'));
