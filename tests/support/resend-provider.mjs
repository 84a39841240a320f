// A local server that behaves as Resend's API does for sending (https://resend.com/docs/api-reference): keys,
// validation, batches, idempotency, limits, quotas, error names; and fails in every way on demand.
import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";

/**
 * @typedef {object} ProviderMail What the API takes for one mail.
 * @property {string} from
 * @property {string[]} to
 * @property {string} subject
 * @property {string} html
 * @property {string} text
 * @property {string} [reply_to]
 * @property {Record<string, string>} headers
 * @property {{ name: string, value: string }[]} tags
 *
 * @typedef {"ok" | "500-before" | "500-after" | "reset-before" | "reset-after" | "truncated" | "hang-before"
 *   | "hang" | "rate-limit" | "quota" | "monthly-quota" | "bad-key" | "concurrent" | "invalid-key-reuse"
 *   | "refused"
 * } Behaviour How one call goes. All but `ok` are failures of the provider or the network. `…-before`:
 *   nothing is taken; `…-after`, `truncated` and `hang`: emails are taken and the client does not learn it.
 *
 * @typedef {object} Call One request as it came in.
 * @property {number} number Counts from 1.
 * @property {number} at When its head came in, in ms since 1970.
 * @property {string} path
 * @property {string} key Its idempotency key; empty where it has none.
 * @property {number} attempt How often this key has been seen, this time included.
 * @property {string | undefined} authorization
 * @property {readonly ProviderMail[]} mails Empty in a call that could not be read, and when counting alone.
 *
 * @typedef {object} CallRecord
 * @property {number} number
 * @property {number} at
 * @property {string} path
 * @property {string} key
 * @property {string | undefined} authorization
 * @property {number} size Mails in it.
 * @property {Behaviour} behaviour
 * @property {number | null} status What was answered; null: nothing.
 *
 * @typedef {object} Acceptance
 * @property {string} key
 * @property {string} id
 * @property {number} at When it was taken.
 * @property {number} calledAt When the call it came with began.
 *
 * @typedef {object} ProviderOptions
 * @property {string[] | null} [apiKeys] Null: every key that looks like one.
 * @property {number} [perSecond] Calls a second and key that are announced.
 * @property {boolean} [limited] Whether more calls than announced are refused.
 * @property {number} [dailyQuota] Mails a day; no limit when it is not given.
 * @property {number} [monthlyQuota]
 * @property {number} [latency] Milliseconds between reading a call and taking its mails.
 * @property {number | null} [hangFor] Milliseconds after which a hanging call is cut off; null: never.
 * @property {boolean} [countOnly] Mails are counted by their recipients' fields and neither read, checked nor
 * kept.
 * @property {(call: Call) => Behaviour} [behave]
 * @property {{ url: string, secret: string, tagsAs?: "object" | "array",
 *   types: (mail: ProviderMail) => string[] } | null} [webhook] Where and as what emails are reported.
 * @property {() => number} [now]
 */

const dayMs = 24 * 3600 * 1000;
/** By the page "Errors" of the API's reference. */
const errors = {
  missing_api_key: [401, "Missing API key in the authorization header."],
  invalid_api_key: [403, "API key is invalid."],
  not_found: [404, "The requested endpoint does not exist."],
  method_not_allowed: [405, "Method is not allowed for the requested path."],
  invalid_idempotency_key: [400, "The key must be between 1-256 chars."],
  invalid_idempotent_request: [409, "Same idempotency key used with a different request payload."],
  concurrent_idempotent_requests: [
    409,
    "Same idempotency key used while original request is still in progress.",
  ],
  daily_quota_exceeded: [429, "You have reached your daily email sending quota."],
  monthly_quota_exceeded: [429, "You have reached your monthly email sending quota."],
  rate_limit_exceeded: [429, "Too many requests. Please limit the number of requests per second."],
  internal_server_error: [500, "An unexpected error occurred."],
};

/**
 * Makes a provider. It listens once `listen` is called and keeps all it saw until it is thrown away.
 * @param {ProviderOptions} [options]
 */
export function createProvider(options = {}) {
  const settings = {
    apiKeys: null,
    perSecond: 5,
    limited: true,
    dailyQuota: Number.POSITIVE_INFINITY,
    monthlyQuota: Number.POSITIVE_INFINITY,
    latency: 0,
    hangFor: null,
    countOnly: false,
    behave: () => /** @type {Behaviour} */ ("ok"),
    webhook: null,
    now: Date.now,
    ...options,
  };
  /** @type {Map<string, Acceptance[]>} */
  const ledger = new Map();
  /** @type {CallRecord[]} */
  const calls = [];
  /** @type {ProviderMail[]} */
  const delivered = [];
  /** @type {Map<string, { body: string, answer: unknown, at: number }>} */
  const known = new Map();
  /** @type {Map<string, number>} */
  const underWay = new Map();
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {Map<string, { second: number, calls: number }>} */
  const windows = new Map();
  /** @type {Set<Promise<unknown>>} */
  const webhooks = new Set();
  const counted = { mails: 0, calls: 0, firstAt: 0, lastAt: 0 };

  /** Counts the call into its window and returns the window's state. */
  const enterWindow = (apiKey) => {
    const at = settings.now();
    const second = Math.floor(at / 1000);
    const window = windows.get(apiKey);
    const current = window?.second === second ? window : { second, calls: 0 };
    windows.set(apiKey, current);
    const full = current.calls >= settings.perSecond;
    if (!full || !settings.limited) current.calls++;
    const headers = {
      "ratelimit-limit": String(settings.perSecond),
      "ratelimit-remaining": String(Math.max(0, settings.perSecond - current.calls)),
      "ratelimit-reset": "1",
    };
    return { full: full && settings.limited, headers };
  };

  const accept = (call, mails) => {
    const at = settings.now();
    const ids = mails.map((mail) => {
      const id = randomUUID();
      delivered.push(mail);
      for (const to of recipientsOf(mail)) {
        const address = plainAddress(to);
        const before = ledger.get(address) ?? [];
        before.push({ key: call.key, id, at, calledAt: call.at });
        ledger.set(address, before);
      }
      if (settings.webhook) tell(mail, id);
      return { id };
    });
    counted.mails += mails.length;
    counted.firstAt ||= at;
    counted.lastAt = at;
    return ids;
  };

  const tell = (mail, id) => {
    const { url, secret, tagsAs = "object", types } = settings.webhook;
    for (const type of types(mail)) {
      const at = new Date(settings.now()).toISOString();
      const { tags = [], from, to, subject } = mail;
      const data = { email_id: id, created_at: at, from, to: recipientsOf({ to }), subject };
      const body = JSON.stringify({
        type,
        created_at: at,
        data: {
          ...data,
          tags: tagsAs === "array" ? tags : Object.fromEntries(tags.map(({ name, value }) => [name, value])),
        },
      });
      const sending = fetch(url, { method: "POST", headers: signWebhook(secret, body), body }).catch(
        () => null,
      );
      webhooks.add(sending);
      sending.finally(() => webhooks.delete(sending));
    }
  };

  const server = createServer(async (request, response) => {
    const at = settings.now();
    const path = request.url ?? "";
    const key = header(request, "idempotency-key");
    const authorization = request.headers.authorization;
    const number = ++counted.calls;
    const attempt = (seen.get(key) ?? 0) + 1;
    if (key) seen.set(key, attempt);
    /** @type {CallRecord} */
    const record = { number, at, path, key, authorization, size: 0, behaviour: "ok", status: null };
    calls.push(record);

    const answer = (status, body, headers = {}) => {
      record.status = status;
      const text = JSON.stringify(body);
      response.writeHead(status, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text),
        ...headers,
      });
      response.end(text);
    };
    const fail = (name, headers = {}, message = errors[name][1]) =>
      answer(errors[name][0], { statusCode: errors[name][0], name, message }, headers);

    let raw;
    try {
      raw = await readBody(request);
    } catch {
      return;
    }
    const batch = path === "/emails/batch";
    if (!batch && path !== "/emails") return fail("not_found");
    if (request.method !== "POST") return fail("method_not_allowed");
    const apiKey = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    if (!apiKey) return fail("missing_api_key");
    if (settings.apiKeys ? !settings.apiKeys.includes(apiKey) : !apiKey.startsWith("re_"))
      return fail("invalid_api_key");

    const window = enterWindow(apiKey);
    const refuse = (name, headers = {}, message = undefined) =>
      fail(name, { ...window.headers, ...headers }, message);
    if (window.full) return refuse("rate_limit_exceeded", { "retry-after": "1" });
    if (key.length > 256 || (request.headers["idempotency-key"] !== undefined && key === ""))
      return refuse("invalid_idempotency_key");

    const read = settings.countOnly ? countMails(raw, batch) : readMails(raw, batch);
    if (read.problem) return invalid(answer, read.problem, window.headers);
    const { mails } = read;
    record.size = read.size;
    const call = { number, at, path, key, attempt, authorization, mails };
    const behaviour = settings.behave(call);
    record.behaviour = behaviour;

    switch (behaviour) {
      case "500-before":
        return refuse("internal_server_error");
      case "reset-before":
        return request.socket.destroy();
      case "rate-limit":
        return refuse("rate_limit_exceeded", { "retry-after": "1", "ratelimit-remaining": "0" });
      case "quota":
        return refuse("daily_quota_exceeded", { "retry-after": "40000" });
      case "monthly-quota":
        return refuse("monthly_quota_exceeded", { "retry-after": "400000" });
      case "bad-key":
        return refuse("invalid_api_key");
      case "concurrent":
        return refuse("concurrent_idempotent_requests");
      case "invalid-key-reuse":
        return refuse("invalid_idempotent_request");
      case "refused":
        return invalid(answer, unknownRecipient, window.headers);
      case "hang-before":
        return hang(request.socket, settings.hangFor);
    }

    if (key && underWay.has(key)) return refuse("concurrent_idempotent_requests");
    const body = settings.countOnly ? "" : createHash("sha256").update(raw).digest("base64");
    const before = key ? known.get(key) : undefined;
    const valid = before !== undefined && settings.now() - before.at < dayMs;
    if (valid && before.body !== body) return refuse("invalid_idempotent_request");

    let given = valid ? before.answer : undefined;
    if (given === undefined) {
      if (settings.latency > 0) {
        underWay.set(key, number);
        await new Promise((done) => setTimeout(done, settings.latency));
        underWay.delete(key);
      }
      const checked = settings.countOnly
        ? { good: mails, errors: [] }
        : check(mails, batch, header(request, "x-batch-validation") === "permissive");
      if (checked.problem) return invalid(answer, checked.problem, window.headers);
      if (counted.mails + read.size > settings.monthlyQuota) return refuse("monthly_quota_exceeded");
      if (counted.mails + read.size > settings.dailyQuota) return refuse("daily_quota_exceeded");
      if (settings.countOnly) {
        const moment = settings.now();
        counted.mails += read.size;
        counted.firstAt ||= moment;
        counted.lastAt = moment;
        given = idsFor(number, read.size, batch);
      } else {
        const ids = accept(call, checked.good);
        given = batch ? { data: ids, ...(checked.errors.length && { errors: checked.errors }) } : ids[0];
      }
      if (key) known.set(key, { body, answer: given, at: settings.now() });
    }

    switch (behaviour) {
      case "500-after":
        return refuse("internal_server_error");
      case "reset-after":
        return request.socket.destroy();
      case "hang":
        return hang(request.socket, settings.hangFor);
      case "truncated": {
        const text = JSON.stringify(given);
        response.writeHead(200, {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
          ...window.headers,
        });
        response.write(text.slice(0, Math.floor(text.length / 2)));
        record.status = 200;
        return setImmediate(() => request.socket.destroy());
      }
      default:
        return answer(200, given, window.headers);
    }
  });
  server.keepAliveTimeout = 30_000;

  return {
    /** Every accepted email, once each. */
    delivered,
    calls,
    /** By address: each time an email to it was accepted. */
    ledger,
    counted,
    /** Changes settings while it runs. @param {Partial<ProviderOptions>} changes */
    set: (changes) => {
      Object.assign(settings, changes);
    },
    /** The most calls accepted in one second of the clock, and in any second (a sliding window). */
    busiest: () => busiestSeconds(calls.filter(({ status }) => status !== 429).map(({ at }) => at)),
    /** Waits until the webhooks that were begun are answered. */
    async settleWebhooks() {
      while (webhooks.size) await Promise.all(webhooks);
    },
    /** @returns {Promise<string>} Its address. */
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          const address = server.address();
          resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`);
        });
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Draws behaviors by chance, the same for the same seed: `{ "500-before": 0.05, hang: 0.01 }`, else `ok`.
 * `share` of all calls, repeated ones too, so that a retry can fail as well.
 *
 * @param {number} seed
 * @param {Partial<Record<Behaviour, number>>} shares
 * @returns {(call: Call) => Behaviour}
 */
export function byChance(seed, shares) {
  const random = createRandom(seed);
  return () => {
    let left = random();
    for (const [behaviour, share] of Object.entries(shares)) {
      left -= share;
      if (left < 0) return /** @type {Behaviour} */ (behaviour);
    }
    return "ok";
  };
}

/**
 * Draws numbers in [0, 1) by a seed (mulberry32).
 *
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Signs a webhook's headers as Svix does: HMAC-SHA256 over `id.timestamp.body` with the secret after
 * `whsec_`.
 *
 * @param {string} secret
 * @param {string} body
 * @param {{ id?: string, at?: Date }} [options]
 */
export function signWebhook(secret, body, { id = `msg_${randomUUID()}`, at = new Date() } = {}) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "content-type": "application/json",
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": `v1,${signature}`,
  };
}

/** @param {number[]} moments */
function busiestSeconds(moments) {
  const sorted = [...moments].sort((a, b) => a - b);
  const seconds = new Map();
  let sliding = 0;
  let from = 0;
  sorted.forEach((at, index) => {
    const second = Math.floor(at / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
    while (at - sorted[from] >= 1000) from++;
    sliding = Math.max(sliding, index - from + 1);
  });
  return { byClock: Math.max(0, ...seconds.values()), sliding };
}

const header = (request, name) => String(request.headers[name] ?? "");

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const marker = '"to":[';

/** Counts emails by `to` fields. Quotes in a text are escaped, so they cannot imitate one. */
function countMails(raw, batch) {
  if (!batch) return { mails: [], size: 1 };
  let size = 0;
  for (let at = raw.indexOf(marker); at !== -1; at = raw.indexOf(marker, at + marker.length)) size++;
  return { mails: [], size };
}

function readMails(raw, batch) {
  let body;
  try {
    body = JSON.parse(raw.toString("utf8"));
  } catch {
    return { problem: { status: 400, message: "The request body is not valid JSON." } };
  }
  if (!batch) return { mails: [body], size: 1 };
  if (!Array.isArray(body)) return { problem: { message: "The `request.body` field must be an `array`." } };
  if (body.length === 0) return { problem: { message: "The batch must hold at least one email." } };
  if (body.length > 100) return { problem: { message: "The batch can hold 100 emails at most." } };
  return { mails: body, size: body.length };
}

/** All emails or none; with `permissive` the valid ones, and the others' errors. */
function check(mails, batch, permissive) {
  const found = mails.map((mail, index) => ({ index, mail, problem: problemOf(mail, batch) }));
  const bad = found.filter(({ problem }) => problem !== null);
  if (bad[0]?.problem && !(batch && permissive)) return { good: [], errors: [], problem: bad[0].problem };
  return {
    good: found.filter(({ problem }) => problem === null).map(({ mail }) => mail),
    errors: bad.map(({ index, problem }) => ({ index, message: problem?.message })),
  };
}

const addressForm =
  "The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.";
const unknownRecipient = { message: `Invalid \`to\` field. ${addressForm}` };

/** @returns {{ name?: string, status?: number, message: string } | null} */
function problemOf(mail, batch) {
  if (typeof mail !== "object" || mail === null) return { message: "Each email must be an `object`." };
  for (const field of ["from", "to", "subject"]) {
    if (mail[field] === undefined) return missing(field);
  }
  if (mail.html === undefined && mail.text === undefined)
    return { name: "missing_required_field", message: "Missing `html` or `text` field." };
  if (!isAddress(mail.from))
    return { name: "invalid_from_address", message: `Invalid \`from\` field. ${addressForm}` };
  const to = recipientsOf(mail);
  if (to.length === 0) return missing("to");
  if (to.length > 50) return { message: "The `to` field can hold 50 addresses at most." };
  if (!to.every(isAddress)) return unknownRecipient;
  if (batch && mail.attachments !== undefined)
    return { message: "The `attachments` field is not supported in batches." };
  if (batch && mail.scheduled_at !== undefined)
    return { message: "The `scheduled_at` field is not supported in batches." };
  const tags = mail.tags ?? [];
  if (!tags.every(({ name, value }) => isTagPart(name) && isTagPart(value)))
    return { message: "Tags should only contain ASCII letters, numbers, underscores, or dashes." };
  return null;
}

const missing = (field) => ({ name: "missing_required_field", message: `Missing \`${field}\` field.` });
const isTagPart = (text) => typeof text === "string" && /^[A-Za-z0-9_-]{1,256}$/.test(text);
const recipientsOf = ({ to }) => (Array.isArray(to) ? to : [to]);
const plainAddress = (text) => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim();
const isAddress = (text) =>
  typeof text === "string" &&
  /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]{2,}$/.test(plainAddress(text)) &&
  /^[\x20-\x7e]+$/.test(plainAddress(text));

function invalid(answer, { name = "validation_error", status = 422, message }, headers) {
  answer(status, { statusCode: status, name, message }, headers);
}

function hang(socket, milliseconds) {
  if (milliseconds !== null) setTimeout(() => socket.destroy(), milliseconds).unref();
}

/** Ids from counters: random ones would cost the measured machine more than the rest of a call. */
function idsFor(number, size, batch) {
  const id = (at) =>
    `${number.toString(16).padStart(8, "0")}-0000-4000-8000-${at.toString(16).padStart(12, "0")}`;
  return batch ? { data: Array.from({ length: size }, (_, at) => ({ id: id(at) })) } : { id: id(0) };
}
