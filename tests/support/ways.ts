type Site = {
  url: string;
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
};

/** Sends a form two ways: by the fast door, and, as a form in parts, by the page alone. */
export const waysInto = (site: Site) => ({
  door: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    site.post(path, fields, headers),
  page: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const request = {
      method: "POST",
      redirect: "manual",
      headers: { origin: site.url, ...headers },
      body,
    } as const;
    return fetch(site.url + path, request);
  },
});

const ofOneAnswer = ["date", "x-request-id", "keep-alive", "connection"];
/** Headers of an empty body: the page writes it as an empty text. */
const ofNoBody = ["content-type", "content-length", "transfer-encoding"];

/** Returns what an answer of either way shares. */
export async function answerOf(answer: Response) {
  const body = await answer.text();
  const left = new Set([...ofOneAnswer, ...(body === "" ? ofNoBody : [])]);
  const headers: Record<string, string> = Object.fromEntries(
    [...answer.headers].filter(([name]) => !left.has(name)),
  );
  // Sealed values differ each time, but have the same length.
  if (headers.location) headers.location = inboxOf(answer);
  return { status: answer.status, headers, body };
}

/** Returns where an answer leads, with the inbox address's sealed part as its length. */
export const inboxOf = ({ headers }: Response) =>
  (headers.get("location") ?? "").replace(/(?<=\?for=)[\w-]+$/, ({ length }) => String(length));
