import { Readable } from "node:stream";
import type { LetIn } from "#app/domain/access/freeze.server.ts";
import { downloadKept, type KeptFile } from "#app/domain/outgoing/exports/fetch-kept.server.ts";
import { type ExportFormat, isPledgeList, type ListOf } from "#app/domain/outgoing/exports/presets.ts";
import { readRange } from "./byte-range.ts";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "./remix.server.ts";

/** The media type of each format. */
export const fileTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export function fileDisposition({ list, createdAt }: { list: ListOf; createdAt: Date }, slug: string) {
  const day = createdAt.toISOString().slice(0, 10);
  const about = isPledgeList(list) ? `${list.preset}-${slug}` : `signatures-${slug}-${list.preset}`;
  const name = `${about}-${day}.${list.filter.format ?? "csv"}`;
  return { "Content-Disposition": `attachment; filename="${name}"` };
}

type Wanted = { id: string; campaignId: number; organizerId: string; by: LetIn };

/** Returns a kept file or the requested part (RFC 9110, section 14), so that broken downloads can resume. */
export async function keptResponse(
  { request, context }: LoaderFunctionArgs,
  wanted: Wanted,
  { bytes, sha256, list }: KeptFile,
  about: Record<string, string>,
): Promise<Response> {
  const etag = `"${sha256}"`;
  const headers = { ...about, ETag: etag, "Accept-Ranges": "bytes" };
  const range = readRange(request.headers, { bytes, etag });
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${bytes}` } });
  }
  const { from, to } = range ?? { from: 0, to: bytes };
  const sized = { ...headers, "Content-Length": String(to - from) };
  if (request.method === "HEAD")
    return new Response(null, { headers: { ...headers, "Content-Length": String(bytes) } });

  const pieces = await downloadKept(context.db, context.env.keys, { ...wanted, list }, { from, to });
  const body = createReadableStreamFromReadable(Readable.from(pieces, { objectMode: false }));
  return range
    ? new Response(body, {
        status: 206,
        headers: { ...sized, "Content-Range": `bytes ${from}-${to - 1}/${bytes}` },
      })
    : new Response(body, { headers: sized });
}
