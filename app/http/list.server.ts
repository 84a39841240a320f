import { z } from "zod";
import type { Cursor } from "#app/domain/base/keyset.server.ts";
import type { List } from "#app/domain/base/list.server.ts";
import { type Filters, readAddress } from "#app/domain/base/list.ts";
import type { Search } from "#app/domain/entries/search-by-person.server.ts";
import { noteListView, noteSearch, type PeopleList } from "#app/domain/record/note-view.server.ts";
import { parseForm } from "./form.server.ts";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "./remix.server.ts";

type OfReader = { campaignId: number; organizerId: string };

/** Reads the page of a list that the address asks for, and records the view before anybody sees it. */
export async function readList<Scope extends OfReader, Name extends PeopleList, Row, F extends Filters>(
  { request, context: { db } }: Pick<LoaderFunctionArgs, "request" | "context">,
  scope: Scope,
  list: List<Scope, Name, Row, F>,
) {
  const { name, filters, page, noted } = list;
  const { chosen, cursor, bad } = readAddress(filters, new URL(request.url).searchParams);
  const { [name]: rows, newer, older } = await page(db, scope, chosen, cursor);
  const view = { rows: rows.length, filter: noted(chosen, scope), paged: cursor !== null };
  await noteListView(db, scope, { list: name, ...view });
  return { chosen, cursor, bad, rows: rows as Row[], newer, older };
}

/** What a search answers. `next`: the row to continue from, if there are more. */
export type FoundInList<Row> = { typed: string } & (
  | { outcome: "found"; rows: Row[]; isPaged: boolean; more: boolean; next: string | null }
  | { outcome: "too-short" }
);

const SearchFields = z.object({ find: z.string().max(300), older: z.uuid().optional() });

/**
 * Finds people, or the next of them. Searching is a POST although it changes nothing: in a GET's query, a
 * name or address would be stored in the browser's history, in proxies' logs and in shared links.
 */
export async function findInList<
  Scope extends OfReader,
  Name extends PeopleList,
  Row extends { publicId: string },
>(
  { request, context: { db, env } }: ActionFunctionArgs,
  scope: Scope | null,
  name: Name,
  search: Search<Scope, Name, Row>,
) {
  const form = await parseForm(request, SearchFields);
  const answer = (found: FoundInList<Row>, status = 200) => data(found, { status });
  if (!form.ok || !scope) return answer({ typed: "", outcome: "too-short" }, 422);
  const { find: typed, older } = form.value;
  const cursor: Cursor | null = older ? { side: "older", than: older } : null;
  const found = await search(db, scope, typed, cursor);
  if (found.outcome === "too-short") return answer({ typed, outcome: "too-short" });
  const { more } = found;
  const rows: Row[] = found[name];
  await noteSearch(db, env.keys, scope, { list: name, rows: rows.length, typed });
  const next = more ? (rows.at(-1)?.publicId ?? null) : null;
  return answer({ typed, outcome: "found", rows, isPaged: cursor !== null, more, next });
}
