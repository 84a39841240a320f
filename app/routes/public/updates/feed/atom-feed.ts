type Entry = {
  /** Never changes. */
  id: string;
  url: string;
  title: string;
  updatedAt: Date;
  language: string;
  html: string;
};

type Feed = {
  /** The feed's address and id. */
  url: string;
  page: string;
  title: string;
  author: string;
  updatedAt: Date;
  /** Newest first. */
  entries: Entry[];
};

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Drops characters that XML 1.0 cannot contain (section 2.2). */
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** Writes an Atom feed (RFC 4287) with escaped HTML. */
export function atomFeed({ url, page, title, author, updatedAt, entries }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(url)}</id>
  <title>${escaped(title)}</title>
  <updated>${updatedAt.toISOString()}</updated>
  <author><name>${escaped(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(url)}"/>
  <link rel="alternate" type="text/html" href="${escaped(page)}"/>
${entries.map(asEntry).join("")}</feed>
`;
}

const asEntry = ({
  id,
  url,
  title,
  updatedAt,
  language,
  html,
}: Entry) => `  <entry xml:lang="${escaped(language)}">
    <id>${escaped(id)}</id>
    <title>${escaped(title)}</title>
    <published>${updatedAt.toISOString()}</published>
    <updated>${updatedAt.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${escaped(url)}"/>
    <content type="html">${escaped(html)}</content>
  </entry>
`;
