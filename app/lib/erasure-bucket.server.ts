import { AwsClient } from "aws4fetch";
import { type ErasureLog, type LogContents, type LogRecord, unwritten } from "./erasure-record.ts";

/** An S3-compatible bucket, and where the log is in it. */
export type Bucket = {
  /** Without a slash at the end. */
  endpoint: string;
  region: string;
  name: string;
  /** Without slashes around it; may be empty. */
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const answerWithin = 10_000;
/** The object that an operator puts in place of a lost log. */
const emptyName = "empty";

/**
 * Opens a log kept as objects, one for each record. Nothing is ever overwritten but the mark, so several
 * machines may write at once. Names say everything, so that listing them reads the log. `listAtMost`: names
 * of one page, of which S3 gives a thousand at most.
 */
export function openBucketLog(bucket: Bucket, listAtMost = 1000): ErasureLog {
  const { endpoint, region, name, prefix, accessKeyId, secretAccessKey } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const folder = prefix && `${prefix}/`;
  const place = `s3://${name}/${folder}`;
  const ask = async (method: "GET" | "PUT", path: string, body?: string) => {
    const signal = AbortSignal.timeout(answerWithin);
    return client.fetch(`${endpoint}/${name}${path}`, { method, signal, ...(body && { body }) });
  };

  const list = async (): Promise<string[]> => {
    const keys: string[] = [];
    for (let after = ""; ; after = keys.at(-1) ?? "") {
      const query = new URLSearchParams({ "list-type": "2", prefix: folder, "max-keys": String(listAtMost) });
      if (after) query.set("start-after", after);
      const answer = await ask("GET", `?${query}`);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${place} cannot be read: ${whyOf(answer.status, text)}`);
      const found = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key);
      keys.push(...found);
      if (found.length === 0 || !text.includes("<IsTruncated>true</IsTruncated>")) return keys;
    }
  };
  const readMark = async (): Promise<number> => {
    const answer = await ask("GET", `/${folder}mark`);
    const text = await answer.text();
    if (answer.status === 404) return 0;
    if (!answer.ok) throw new Error(`${place} cannot be read: ${whyOf(answer.status, text)}`);
    return Number(JSON.parse(text).number);
  };

  return {
    place,
    emptyFile: `${place}${emptyName}`,
    async read() {
      // Consoles of S3 make a folder as an object of its name.
      const keys = (await list()).filter((key) => key !== folder);
      if (keys.length === 0) return null;
      const contents: LogContents = { id: null, newest: await readMark(), lines: [], broken: [] };
      for (const [index, key] of keys.entries()) addTo(contents, key.slice(folder.length), index + 1);
      return contents;
    },
    async append(record) {
      const put = () => ask("PUT", `/${folder}${nameOf(record)}`, JSON.stringify(record));
      const answer = await put().catch((error: Error) => {
        throw unwritten(place, ((error.cause ?? error) as { code?: string }).code ?? error.message);
      });
      if (!answer.ok) throw unwritten(place, whyOf(answer.status, await answer.text()));
    },
  };
}

const whyOf = (status: number, text: string) => /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? `HTTP ${status}`;

/** Returns `erasure.<number>.<key id>.<hash>.<time>`, `log.<id>` or `mark`. */
function nameOf(record: LogRecord): string {
  if ("log" in record) return `log.${record.log}`;
  if ("mark" in record) return "mark";
  const { number, keyId, addressHmac, erasedAt } = record;
  return ["erasure", String(number).padStart(12, "0"), keyId, addressHmac, Date.parse(erasedAt)].join(".");
}

function addTo(contents: LogContents, name: string, place: number): void {
  const erasure = /^erasure\.(\d{12})\.(\w+)\.([0-9a-f]{64})\.(\d+)$/.exec(name);
  const log = /^log\.([0-9a-f-]{36})$/.exec(name);
  if (erasure) {
    const [, number = "", keyId = "", addressHmac = "", time = ""] = erasure;
    contents.newest = Math.max(contents.newest, Number(number));
    contents.lines.push({ keyId, addressHmac, erasedAt: new Date(Number(time)).toISOString() });
  } else if (log) contents.id ??= log[1] ?? null;
  else if (name !== "mark" && name !== emptyName) contents.broken.push(place);
}
