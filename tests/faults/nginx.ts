import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { aFolder } from "./scene.ts";

/** The path of nginx, where it is installed. */
export function findNginx(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "nginx")).find((path) => existsSync(path));
}

/** The lines that docs/operator.md recommends, with these ports in place of 3000, 3001 and 3002. */
function recommended({ port, webs }: { port: number; webs: readonly [number, number] }): string {
  const manual = readFileSync(join(import.meta.dirname, "../../docs/operator.md"), "utf8");
  const lines = /```nginx\n(.*?)```/s.exec(manual)?.[1];
  if (!lines) throw new Error("docs/operator.md has no lines for nginx");
  return [port, ...webs].reduce((text, one, place) => text.replace(`:${3000 + place}`, `:${one}`), lines);
}

/** Runs nginx before two web processes. Returns what it wrote about errors. */
export async function anNginx(program: string, ports: { port: number; webs: readonly [number, number] }) {
  const folder = aFolder();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/errors.log;
events { worker_connections 1024; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  ${recommended(ports)}
}
`,
  );
  const child = spawn(program, ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  });
  const accepts = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(ports.port, "127.0.0.1", () => resolve(true)).once("error", () =>
        resolve(false),
      );
      socket.once("connect", () => socket.destroy());
    });
  await expect.poll(accepts).toBe(true);
  return { errors: () => readFileSync(join(folder, "errors.log"), "utf8") };
}
