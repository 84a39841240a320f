import { resolve } from "node:path";
import { z } from "zod";
import type { ErasureLogPlace } from "./erasure-log.server.ts";
import { type Keys, makeKeys } from "./keys.server.ts";
import { isExampleAddress } from "./placeholders.ts";

const optionalText = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const Environment = z.object({
  DATABASE_URL: optionalText,
  MIGRATE_DATABASE_URL: optionalText,
  DATABASE_WEB_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(20),
  DATABASE_WORKER_CONNECTIONS: z.coerce.number().int().min(4).max(500).default(10),
  DATABASE_STATEMENT_SECONDS: z.coerce.number().int().min(0).max(3600).default(20),
  DATABASE_LOCK_SECONDS: z.coerce.number().int().min(0).max(3600).default(10),
  DATABASE_IDLE_SECONDS: z.coerce.number().int().min(0).max(3600).default(60),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  APP_URL: optionalText,
  SECRET: optionalText,
  RESEND_API_KEY: optionalText,
  RESEND_BASE_URL: optionalText,
  RESEND_WEBHOOK_SECRET: optionalText,
  POSTMARK_SERVER_TOKEN: optionalText,
  POSTMARK_STREAM: z.string().default("outbound"),
  POSTMARK_BROADCAST_STREAM: z.string().default("broadcast"),
  POSTMARK_BASE_URL: optionalText,
  POSTMARK_WEBHOOK_SECRET: optionalText,
  MAILGUN_API_KEY: optionalText,
  MAILGUN_DOMAIN: optionalText,
  MAILGUN_BASE_URL: optionalText,
  MAILGUN_WEBHOOK_KEY: optionalText,
  SES_REGION: optionalText,
  SES_ACCESS_KEY_ID: optionalText,
  SES_SECRET_ACCESS_KEY: optionalText,
  SES_CONFIGURATION_SET: optionalText,
  SES_PER_SECOND: z.coerce.number().min(1).max(10_000).default(14),
  SES_BASE_URL: optionalText,
  SES_TOPIC_ARN: optionalText,
  SMTP_URL: optionalText,
  BOUNCE_MAILBOX: optionalText,
  BOUNCE_ADDRESS: optionalText,
  MAIL_FROM: z.string().default("Undersigned <campaign@example.org>"),
  MAIL_DIR: z.string().default("var/mail"),
  MAIL_WARM_UP: z
    .string()
    .regex(/^\s*(\d+\s*(,\s*\d+\s*)*)?$/, "write mails a day, day by day, like 500,1000,2500,5000")
    .default(""),
  ERASURE_LOG: z.string().default("var/erasures.log"),
  AWS_ENDPOINT_URL: optionalText,
  AWS_REGION: z.string().default("us-east-1"),
  AWS_ACCESS_KEY_ID: optionalText,
  AWS_SECRET_ACCESS_KEY: optionalText,
  HOSTED_BY: optionalText,
  CDN: optionalText,
  TRUST_PROXY: z.coerce.number().int().min(0).max(8).default(0),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  DRAIN_SECONDS: z.coerce.number().int().min(1).max(3600).default(60),
  DRAIN_NOTICE_SECONDS: z.coerce.number().int().min(0).max(600).optional(),
  HSTS_SUBDOMAINS: z.enum(["on", "off"]).default("off"),
});

/** What delivers emails, with its settings. `baseUrl`: another server with the same API. */
export type MailVia =
  | { name: "resend"; apiKey: string; baseUrl: string | undefined }
  | {
      name: "postmark";
      token: string;
      /** The message stream of emails to one person, and of those to a list. */
      streams: { own: string; list: string };
      baseUrl: string | undefined;
    }
  | { name: "mailgun"; apiKey: string; domain: string; baseUrl: string | undefined }
  | {
      name: "ses";
      region: string;
      accessKeyId: string;
      secretAccessKey: string;
      configurationSet: string | undefined;
      perSecond: number;
      baseUrl: string | undefined;
    }
  | { name: "smtp"; url: string }
  | { name: "file" };

/** The configuration of a process, checked. Secrets are in `keys` and `mail` alone. */
export type Env = {
  databaseUrl: string | undefined;
  migrateDatabaseUrl: string | undefined;
  /** Connections of a process at most, besides a few for what takes long. */
  connections: { web: number; worker: number };
  /** Of a statement of the web process, its wait for a lock, and a transaction that waits for us. 0: none. */
  limits: { statementSeconds: number; lockSeconds: number; idleSeconds: number };
  port: number;
  host: string;
  /** Origin of every link, no slash at the end. */
  appUrl: string;
  /** On a developer's machine: `/dev/*` exists and example details are allowed. */
  localMode: boolean;
  keys: Keys;
  mail: {
    from: string;
    /** Emails of updates on the first, second … day on which any are sent; after the last there is no cap. */
    warmUp: number[];
    dir: string;
    via: MailVia;
    /**
     * Where emails sent by SMTP come back: a mailbox by IMAP, and the envelope's sender, whose `*` becomes
     * the email's id. Null: nobody reads them.
     */
    bounces: { url: string; address: string } | null;
    /**
     * Secrets of each vendor's webhooks, newest first. Older ones are accepted until they are removed, and a
     * vendor no longer used still reports what it sent.
     */
    webhooks: Readonly<Record<string, readonly string[]>>;
  };
  erasureLog: ErasureLogPlace;
  /** The hosting provider and the CDN, as the privacy page names them. */
  hostedBy: string | undefined;
  cdn: string | undefined;
  trustProxy: number;
  metricsPort: number | undefined;
  drainSeconds: number;
  /** Seconds to continue accepting connections after a signal, while `/readyz` answers 503. */
  drainNoticeSeconds: number;
  hstsSubdomains: boolean;
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A configuration that cannot run; its message says which variable to change and how. */
export class ConfigurationError extends Error {}

/**
 * Reads and checks the environment.
 *
 * `localSecret` is called only in local mode without `SECRET`; production refuses a missing or short secret,
 * an http address and an example sender.
 */
export function readEnv(
  root: string,
  localSecret: () => string,
  source: Record<string, string | undefined> = process.env,
): Env {
  // A setting that is empty is not set.
  const set = Object.entries(source).filter(([, value]) => value?.trim());
  const parsed = Environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigurationError(`The environment has values that cannot be used: ${problems.join("; ")}`);
  }
  const values = parsed.data;
  const appUrl = readAppUrl(values.APP_URL ?? `http://localhost:${values.PORT}`);
  const localMode = loopback.has(new URL(appUrl).hostname);
  if (!localMode) refuseUnsafe(values, appUrl);

  const secrets = (values.SECRET ?? localSecret()).split(",").map((secret) => secret.trim());
  return {
    databaseUrl: values.DATABASE_URL,
    migrateDatabaseUrl: values.MIGRATE_DATABASE_URL ?? values.DATABASE_URL,
    connections: { web: values.DATABASE_WEB_CONNECTIONS, worker: values.DATABASE_WORKER_CONNECTIONS },
    limits: {
      statementSeconds: values.DATABASE_STATEMENT_SECONDS,
      lockSeconds: values.DATABASE_LOCK_SECONDS,
      idleSeconds: values.DATABASE_IDLE_SECONDS,
    },
    port: values.PORT,
    host: values.HOST,
    appUrl,
    localMode,
    keys: makeKeys(secrets.filter(Boolean)),
    mail: {
      from: values.MAIL_FROM,
      warmUp: values.MAIL_WARM_UP.split(",").flatMap((text) => (text.trim() ? [Number(text)] : [])),
      dir: resolve(root, values.MAIL_DIR),
      via: chooseVia(values),
      bounces: readBounces(values),
      webhooks: {
        resend: readWebhookSecrets(values.RESEND_WEBHOOK_SECRET),
        postmark: readPasswords("POSTMARK_WEBHOOK_SECRET", values.POSTMARK_WEBHOOK_SECRET),
        mailgun: readPasswords("MAILGUN_WEBHOOK_KEY", values.MAILGUN_WEBHOOK_KEY),
        ses: listed(values.SES_TOPIC_ARN),
      },
    },
    erasureLog: readErasureLog(root, values),
    hostedBy: values.HOSTED_BY,
    cdn: values.CDN,
    trustProxy: values.TRUST_PROXY,
    metricsPort: values.METRICS_PORT,
    drainSeconds: values.DRAIN_SECONDS,
    drainNoticeSeconds: values.DRAIN_NOTICE_SECONDS ?? (localMode ? 0 : 5),
    hstsSubdomains: values.HSTS_SUBDOMAINS === "on",
  };
}

/** Returns the secrets of a vendor's webhooks; none if it is unknown or has none. */
export const webhookSecretsOf = ({ webhooks }: Env["mail"], vendor: string): readonly string[] =>
  Object.hasOwn(webhooks, vendor) ? (webhooks[vendor] ?? []) : [];

/** Takes the first that is set, in the order of docs/operator.md. */
function chooseVia(values: z.infer<typeof Environment>): MailVia {
  if (values.RESEND_API_KEY)
    return { name: "resend", apiKey: values.RESEND_API_KEY, baseUrl: values.RESEND_BASE_URL };
  if (values.POSTMARK_SERVER_TOKEN) {
    const { POSTMARK_SERVER_TOKEN: token, POSTMARK_STREAM: own, POSTMARK_BROADCAST_STREAM: list } = values;
    return { name: "postmark", token, streams: { own, list }, baseUrl: values.POSTMARK_BASE_URL };
  }
  if (values.MAILGUN_API_KEY) {
    const { MAILGUN_API_KEY: apiKey, MAILGUN_DOMAIN: domain, MAILGUN_BASE_URL: baseUrl } = values;
    if (domain) return { name: "mailgun", apiKey, domain, baseUrl };
    throw new ConfigurationError("MAILGUN_DOMAIN is missing: set the domain that sends, as Mailgun shows it");
  }
  if (values.SES_ACCESS_KEY_ID) {
    const { SES_REGION: region, SES_SECRET_ACCESS_KEY: secretAccessKey } = values;
    if (!region || !secretAccessKey)
      throw new ConfigurationError("SES_ACCESS_KEY_ID also needs SES_SECRET_ACCESS_KEY and SES_REGION");
    return {
      name: "ses",
      region,
      accessKeyId: values.SES_ACCESS_KEY_ID,
      secretAccessKey,
      configurationSet: values.SES_CONFIGURATION_SET,
      perSecond: values.SES_PER_SECOND,
      baseUrl: values.SES_BASE_URL,
    };
  }
  return values.SMTP_URL ? { name: "smtp", url: values.SMTP_URL } : { name: "file" };
}

const imap = /^imaps?:\/\/[^:@/\s]+:[^@/\s]+@[^@\s]+$/;

/** Reads the mailbox for returned emails, which needs both settings. */
function readBounces({ BOUNCE_MAILBOX: url, BOUNCE_ADDRESS: address }: z.infer<typeof Environment>) {
  if (!url && !address) return null;
  if (!url || !address) throw new ConfigurationError("Set BOUNCE_MAILBOX and BOUNCE_ADDRESS, or neither");
  if (!imap.test(url))
    throw new ConfigurationError("BOUNCE_MAILBOX is not like imaps://user:password@mail.example.org/INBOX");
  if (!/^[^@\s*]+\*?@[^@\s*]+$/.test(address))
    throw new ConfigurationError("BOUNCE_ADDRESS is not like bounces+*@mail.example.org");
  return { url, address };
}

const listed = (text = "") => text.split(",").flatMap((part) => part.trim() || []);

/** Reads a list of passwords or keys that prove a webhook. */
function readPasswords(name: string, text: string | undefined): string[] {
  return listed(text).map((secret) => {
    if (/^[\x21-\x7e]{32,}$/.test(secret)) return secret;
    throw new ConfigurationError(
      `${name} is shorter than 32 characters, or not plain: make one with \`openssl rand -hex 24\``,
    );
  });
}

/** Reads a list of `whsec_…`: base64 after the prefix. */
function readWebhookSecrets(text: string | undefined): string[] {
  return listed(text).map((secret) => {
    const base64 = secret.replace(/^whsec_/, "");
    if (!/^[A-Za-z0-9+/]{20,}={0,2}$/.test(base64)) {
      throw new ConfigurationError(
        "RESEND_WEBHOOK_SECRET is not a signing secret: copy what begins with whsec_ from the " +
          "provider's page of the webhook",
      );
    }
    return secret;
  });
}

/** Reads a path, or `s3://bucket/prefix` with the usual variables of S3-compatible stores. */
function readErasureLog(root: string, values: z.infer<typeof Environment>): ErasureLogPlace {
  const { ERASURE_LOG: place, AWS_REGION: region, AWS_ENDPOINT_URL } = values;
  if (!/^[a-z0-9]+:\/\//i.test(place)) return { file: resolve(root, place) };
  const [, name, prefix = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/([\w./-]*))?$/.exec(place) ?? [];
  if (!name) {
    throw new ConfigurationError(
      "ERASURE_LOG is neither a path nor a bucket: write a bucket like s3://our-erasures/undersigned",
    );
  }
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (!accessKeyId || !secretAccessKey) {
    throw new ConfigurationError(
      "ERASURE_LOG is a bucket: set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_ENDPOINT_URL",
    );
  }
  const endpoint = (AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`).replace(/\/$/, "");
  const bucket = {
    endpoint,
    region,
    name,
    prefix: prefix.split("/").filter(Boolean).join("/"),
    accessKeyId,
    secretAccessKey,
  };
  return { bucket };
}

function readAppUrl(text: string): string {
  if (!URL.canParse(text))
    throw new ConfigurationError(`APP_URL is not an address: write it like https://sign.your-campaign.net`);
  const url = new URL(text);
  if (url.pathname !== "/" || url.search || url.hash) {
    throw new ConfigurationError("APP_URL is the origin alone: leave out path, query and fragment");
  }
  return url.origin;
}

function refuseUnsafe(values: z.infer<typeof Environment>, appUrl: string): void {
  const secrets = values.SECRET?.split(",").map((secret) => secret.trim()) ?? [];
  if (!secrets.length || secrets.some((secret) => secret.length < 32)) {
    throw new ConfigurationError(
      "SECRET is missing or shorter than 32 characters: make one with `openssl rand -base64 48`",
    );
  }
  if (secrets.some((secret) => /change|example|secret/i.test(secret))) {
    throw new ConfigurationError("SECRET looks like an example: make one with `openssl rand -base64 48`");
  }
  if (!appUrl.startsWith("https://")) {
    throw new ConfigurationError("APP_URL must begin with https:// everywhere but on your own machine");
  }
  if (isExampleAddress(values.MAIL_FROM)) {
    throw new ConfigurationError(
      "MAIL_FROM is an example: set the sender people will see, at a domain you own",
    );
  }
}
