// The samples for operators, each parsed by its own program, if installed.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { loadSettings, takeSettings } from "#app/cli/parts/settings.ts";
import { freePort } from "#tests/support/free-port.ts";
import {
  aCaddy,
  aFolder,
  anHaproxy,
  anNginx,
  findProgram,
  nginxFile,
  nginxSample,
  type Ports,
} from "#tests/support/proxies.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const megabyte = 1024 * 1024;
const imports = "/organize/c/some-campaign/imports";

/** Two web processes that answer with the request they got, except to one path; the first can be down. */
async function webs(away = false): Promise<Ports> {
  const ports = [await freePort(), await freePort()] as const;
  for (const port of away ? ports.slice(1) : ports) {
    const server = createServer((asked, answer) => {
      if (asked.url === "/confirm/broken-off") return void asked.socket.destroy();
      let length = 0;
      asked.on("data", (chunk) => {
        length += chunk.length;
      });
      asked.on("end", () => answer.end(JSON.stringify({ ...asked.headers, length })));
    }).listen(port, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
  }
  return { port: await freePort(), webs: ports };
}

type Asked = { status: number; text: string };
const ask = (port: number, path: string, bytes = 0): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const headers = { "x-forwarded-for": "203.0.113.9", "content-length": String(bytes) };
    const method = bytes ? "POST" : "GET";
    const asking = request({ host: "localhost", port, path, method, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asking.on("error", reject);
    // A proxy that answered early hangs up when the request itself listens no more.
    asking.on("socket", (socket) => socket.on("error", reject));
    asking.end(Buffer.alloc(bytes, "x"));
  });

const proxies = [
  ["nginx", anNginx],
  ["caddy", aCaddy],
  ["haproxy", anHaproxy],
] as const;

test.each(proxies)(
  "%s passes on host, client address and bodies as the sample has it",
  async (name, start) => {
    const program = findProgram(name);
    if (!program) return;
    const ports = await webs();
    await start(program, ports);
    const { status, text } = await ask(ports.port, "/c/some-campaign");
    expect(status).toBe(200);
    const { host, "x-forwarded-for": forwarded } = JSON.parse(text);
    expect(host.split(":")[0]).toBe("localhost");
    // What the client made up is dropped, or precedes the address that counts with TRUST_PROXY=1.
    expect(forwarded.split(", ").at(-1)).toMatch(/^(127\.0\.0\.1|::1)$/);

    const statuses = [
      await ask(ports.port, "/c/some-campaign/sign", 9 * megabyte),
      await ask(ports.port, imports, 11 * megabyte),
      await ask(ports.port, `/es${imports}`, 11 * megabyte),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([200, 200, 200]);
    // An old Caddy answers 502, and a proxy may hang up before everything is sent.
    const hungUp = { status: 413 };
    const refused = await ask(ports.port, "/c/some-campaign/sign", 11 * megabyte).catch(() => hungUp);
    expect([413, 502]).toContain(refused.status);
  },
);

test.each(proxies)("%s asks the other process while one is away, for forms as well", async (name, start) => {
  const program = findProgram(name);
  if (!program) return;
  const ports = await webs(true);
  await start(program, ports);
  const statuses: number[] = [];
  for (let n = 0; n < 8; n++) statuses.push((await ask(ports.port, "/", n % 2 ? 100 : 0)).status);
  expect(statuses).toEqual(Array(8).fill(200));
});

test.each(proxies)(
  "%s writes down no client and no link, even of a request that fails",
  async (name, start) => {
    const program = findProgram(name);
    if (!program) return;
    const ports = await webs();
    const { written } = await start(program, ports);
    expect((await ask(ports.port, "/confirm/a-token")).status).toBe(200);
    expect((await ask(ports.port, "/confirm/broken-off", 10)).status).toBe(502);
    expect(written()).not.toMatch(/a-token|broken-off|203\.0\.113\.9/);
  },
);

test("nginx takes the whole sample, with TLS", async ({ skip }) => {
  const [nginx, openssl] = [findProgram("nginx"), findProgram("openssl")];
  if (!nginx || !openssl) return skip("nginx or openssl is not installed");
  const folder = aFolder();
  const files = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
  const subject = ["-subj", "/CN=sign.your-campaign.net", "-days", "2"];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  await run(openssl, ["req", "-x509", ...kind, "-nodes", ...subject, ...files]);
  const lines = nginxSample.replaceAll("/etc/ssl/sign.your-campaign.net", folder);
  const { stderr } = await run(nginx, ["-t", "-p", folder, "-c", nginxFile(folder, lines)]);
  expect(stderr).toContain("test is successful");
  expect(stderr).not.toContain("[warn]");
});

test("Caddy takes its sample as it is, formatted as Caddy does it", async ({ skip }) => {
  const caddy = findProgram("caddy");
  if (!caddy) return skip("Caddy is not installed (Debian: apt-get install caddy)");
  const file = join(root, "deploy/Caddyfile");
  const env = { ...process.env, HOME: aFolder() };
  await run(caddy, ["validate", "--adapter", "caddyfile", "--config", file], { env });
  await run(caddy, ["fmt", "--diff", file], { env });
});

test("HAProxy takes its sample as it is", async ({ skip }) => {
  const haproxy = findProgram("haproxy");
  if (!haproxy) return skip("HAProxy is not installed (Debian: apt-get install haproxy)");
  await run(haproxy, ["-c", "-dW", "-f", join(root, "deploy/haproxy.cfg")]);
});

test("systemd takes the units and finds the services hardened", async ({ skip }) => {
  const analyze = findProgram("systemd-analyze");
  if (!analyze) return skip("systemd is not installed");
  // A server's programs and settings are not on this machine: only the units' own lines are checked.
  const folder = aFolder();
  const names = readdirSync(join(root, "deploy")).filter((name) => /\.(service|timer)$/.test(name));
  expect(names).toHaveLength(5);
  for (const name of names) copyFileSync(join(root, "deploy", name), join(folder, name));
  const units = names.map((name) => join(folder, name));
  const { stderr } = await run(analyze, ["verify", "--man=no", ...units]);
  expect(stderr).not.toContain("undersigned");
  for (const unit of units.filter((name) => name.endsWith(".service"))) {
    const security = await run(analyze, ["security", "--offline=true", "--threshold=20", unit]);
    expect(security.stdout).toContain("Overall exposure level");
  }
});

test("a shell sources the sample of settings as Node reads it, every line set", async () => {
  const file = join(aFolder(), "undersigned.env");
  const sample = readFileSync(join(root, ".env.example"), "utf8");
  const text = sample.replaceAll(/^# (?=[A-Z_]+=)/gm, "");
  writeFileSync(file, text);
  const { stdout, stderr } = await run("sh", ["-euc", `set -a; . ${file}; exec env -0`], {
    env: { NODE_ENV: "production" },
  });
  expect(stderr).toBe("");
  const sourced = Object.fromEntries(
    stdout.split("\0").map((line) => [line.split("=", 1)[0] ?? "", line.slice(line.indexOf("=") + 1)]),
  );
  const read = parseEnv(text);
  expect(Object.keys(read).length).toBeGreaterThan(20);
  expect(sourced).toMatchObject(read);
});

test("settings come from one place, which --env replaces and nothing passes over", async () => {
  const folder = aFolder();
  const [machine, other] = [join(folder, "machine.env"), join(folder, "other.env")];
  writeFileSync(machine, "SETTINGS_TEST=machine");
  writeFileSync(other, "SETTINGS_TEST=other");
  writeFileSync(join(folder, ".env"), "SETTINGS_TEST=checkout");
  const loaded = (args: string[], machineFile = machine) => {
    delete process.env.SETTINGS_TEST;
    const left = takeSettings(args);
    loadSettings(folder, machineFile);
    return [process.env.SETTINGS_TEST, ...left];
  };
  onTestFinished(() => void delete process.env.SETTINGS_TEST);
  expect(loaded(["verify"])).toEqual(["machine", "verify"]);
  expect(loaded(["--env", other, "verify", "--json"])).toEqual(["other", "verify", "--json"]);
  expect(loaded(["verify", `--env=${other}`])).toEqual(["other", "verify"]);
  expect(loaded(["verify"], join(folder, "none"))).toEqual(["checkout", "verify"]);
  expect(() => loaded(["verify", "--env", join(folder, "none")])).toThrow("there is no such file");
  expect(() => loaded(["verify", "--env"])).toThrow("--env needs a file");
  // systemd takes a comment after a value, and an escape in one, otherwise than Node.
  for (const value of ["a # b", "a#b", "a\\b", 'a"b', '"a" # b', '"a\\"b"', "`a`", "'a'b"]) {
    writeFileSync(machine, `A=1\nSETTINGS_TEST=${value}`);
    expect(() => loaded(["verify"]), value).toThrow("line 2: services and commands would read SETTINGS_TEST");
  }
  for (const value of ["a b", "'a # \\ \"b\"'", '"it\'s # b"', "", "a=b?c&d"]) {
    writeFileSync(machine, `# A "comment"\nSETTINGS_TEST=${value}`);
    expect(loaded(["verify"]), value).toEqual([value.replace(/^(['"])(.*)\1$/, "$2"), "verify"]);
  }
});

test("a command trusts the authority that the settings name, as services do", async () => {
  const folder = aFolder();
  const script = readFileSync(join(root, "deploy/undersigned"), "utf8")
    .replaceAll("/etc/undersigned", folder)
    .replace("cd /srv/undersigned", `cd ${folder}`)
    .replace("/usr/bin/node", "printenv NODE_EXTRA_CA_CERTS #")
    .replace("$(id -u)", "1");
  const trusted = async (env: Record<string, string> = {}) =>
    (await run("sh", ["-c", script], { env: { NODE_ENV: "production", ...env } })).stdout;
  writeFileSync(join(folder, "undersigned.env"), 'A=1\nNODE_EXTRA_CA_CERTS="/etc/our ca.pem"\n');
  expect(await trusted()).toBe("/etc/our ca.pem\n");
  expect(await trusted({ NODE_EXTRA_CA_CERTS: "/other.pem" })).toBe("/other.pem\n");
});

test("Docker Compose takes compose.yaml, and names what is not set", async ({ skip }) => {
  const compose = findProgram("docker-compose");
  if (!compose) return skip("docker-compose is not installed (Debian: apt-get install docker-compose)");
  const needed = ["SITE_HOST", "SECRET", "MAIL_FROM", "POSTGRES_PASSWORD", "OWNER_PASSWORD", "APP_PASSWORD"];
  const settings = Object.fromEntries(needed.map((name) => [name, name.toLowerCase()]));
  const config = (env: Record<string, string>) =>
    run(compose, ["--project-directory", root, "--env-file", "/dev/null", "config", "--format", "json"], {
      env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    });
  const { services } = JSON.parse((await config(settings)).stdout);
  for (const name of ["migrate", "web", "worker"])
    expect(services[name]).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  for (const name of needed)
    await expect(config({ ...settings, [name]: "" }), name).rejects.toThrow(`set ${name} in .env`);
});
