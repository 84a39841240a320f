import { uuidPattern } from "#app/lib/uuid.ts";

/** Files with personal data, by path in the campaign: their page, and whether fetching takes a POST. */
const files = [
  { kind: "list", path: RegExp(`^(exports)/${uuidPattern}\\.(?:csv|xlsx)$`), once: false },
  { kind: "rows", path: RegExp(`^(imports/${uuidPattern})/rows\\.csv$`), once: false },
  { kind: "log", path: /^(audit)\/log\.csv$/, once: false },
  { kind: "pack", path: RegExp(`^(packs)/${uuidPattern}\\.zip$`), once: true },
  {
    kind: "annex",
    path: RegExp(`^(letters/dispatches/${uuidPattern})/preview/[1-9]\\d{0,4}-[a-z]+\\.[a-z]{3}$`),
    once: true,
  },
] as const;

/** Finds the file that this page's address names; null if there is none. */
export function fileAsked(request: Request) {
  const path = new URL(request.url).searchParams.get("file") ?? "";
  for (const { kind, path: shape, once } of files) {
    const page = shape.exec(path)?.[1];
    if (page) return { kind, path, page, once };
  }
  return null;
}
