import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished } from "vitest";

const deploy = join(import.meta.dirname, "../../deploy");

/** A proxy's port, and those of the two web processes behind it. */
export type Ports = { port: number; webs: readonly [number, number] };

/** Returns the path of a program, or undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Makes a folder that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-proxy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a whole configuration of nginx around the lines of deploy/nginx.conf, and returns its path. */
export function nginxFile(folder: string, lines: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const path = join(folder, "nginx.conf");
  const text = `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/errors.log;
events { worker_connections 1024; }
http {
  access_log ${folder}/access.log;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  ${lines}
}
`;
  writeFileSync(path, text);
  return path;
}

export const nginxSample = readFileSync(join(deploy, "nginx.conf"), "utf8");

/** The sample with these ports, on this machine and without TLS. */
function plainNginx({ port, webs }: Ports): string {
  return nginxSample
    .replace(/server \{\n {2}listen 80;.*?\n\}\n/s, "")
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`)
    .replace(/^ *(?:listen \[::\]|ssl_|http2).*\n/gm, "")
    .replace("127.0.0.1:3001", `127.0.0.1:${webs[0]}`)
    .replace("127.0.0.1:3002", `127.0.0.1:${webs[1]}`);
}

/** Runs nginx with deploy/nginx.conf in front of two web processes. Returns what it writes. */
export async function anNginx(program: string, ports: Ports) {
  const folder = aFolder();
  const file = nginxFile(folder, plainNginx(ports));
  const child = spawn(program, ["-p", folder, "-c", file], { stdio: ["ignore", "ignore", "pipe"] });
  const printed = outputOf(child);
  await running(child, ports.port);
  const logs = ["errors.log", "access.log"].map((name) => join(folder, name));
  const read = (path: string) => readFileSync(path, "utf8");
  return { written: () => printed() + logs.map(read).join("") };
}

/** Gathers what a program prints to standard error. */
function outputOf({ stderr }: ChildProcess): () => string {
  let text = "";
  stderr?.on("data", (piece) => {
    text += piece;
  });
  return () => text;
}

/** Runs Caddy with deploy/Caddyfile before two web processes, without TLS. Returns what it writes. */
export async function aCaddy(program: string, { port, webs }: Ports) {
  const folder = aFolder();
  const file = join(folder, "Caddyfile");
  const sample = readFileSync(join(deploy, "Caddyfile"), "utf8");
  writeFileSync(file, sample.replace(/^\{$/m, "{\n\tadmin off"));
  const env = {
    ...process.env,
    HOME: folder,
    SITE_HOST: `http://localhost:${port}`,
    UPSTREAMS: webs.map((web) => `127.0.0.1:${web}`).join(" "),
  };
  const args = ["run", "--adapter", "caddyfile", "--config", file];
  const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const written = outputOf(child);
  await running(child, port);
  return { written };
}

/** Runs HAProxy with deploy/haproxy.cfg before two web processes. */
export async function anHaproxy(program: string, { port, webs }: Ports) {
  const file = join(aFolder(), "haproxy.cfg");
  const text = readFileSync(join(deploy, "haproxy.cfg"), "utf8")
    .replace("bind :8080", `bind 127.0.0.1:${port}`)
    .replace("127.0.0.1:3001", `127.0.0.1:${webs[0]}`)
    .replace("127.0.0.1:3002", `127.0.0.1:${webs[1]}`);
  writeFileSync(file, text);
  const child = spawn(program, ["-db", "-f", file], { stdio: ["ignore", "ignore", "pipe"] });
  const written = outputOf(child);
  await running(child, port);
  return { written };
}

/** Waits until a program listens, and ends it with the test. */
async function running(child: ChildProcess, port: number): Promise<void> {
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  });
  const accepts = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
  await expect.poll(accepts).toBe(true);
}
