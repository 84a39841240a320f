import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

/** Milliseconds within which a thread must start. */
const startsWithin = 60_000;
/** A task may take this many times its deadline in real time, on a machine that gives the process no time. */
const patience = 40;

type Task = { ask: unknown; answer: (answer: unknown) => void; fail: (error: Error) => void };

/**
 * A thread that answers tasks one after the other. It starts with the first task, and again after it ended. A
 * task's deadline begins when the thread takes it up and counts the time the process really ran: a busy
 * machine makes no task fail. A task that is late or whose thread ended fails, and the next goes to a new
 * thread.
 *
 * The module gets `workerData.port`, posts `"ready"` there once, then `{ answer }` for each message. It is a
 * file of its own in the build (vite.config.ts); from sources it is bundled on first use.
 */
export class Thread {
  readonly #name: string;
  readonly #source: URL;
  readonly #deadline: number;
  readonly #waiting: Task[] = [];
  #current: Task | null = null;
  #running: { worker: Worker; port: MessagePort; ready: boolean } | null = null;
  #starting = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(name: string, source: URL, deadline: number) {
    this.#name = name;
    this.#source = source;
    this.#deadline = deadline;
  }

  ask(ask: unknown): Promise<unknown> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ ask, answer, fail });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== null || this.#waiting.length === 0) return;
    if (this.#running === null) {
      if (!this.#starting) void this.#start();
      return;
    }
    if (!this.#running.ready) return;
    const task = this.#waiting.shift() as Task;
    this.#current = task;
    this.#running.port.postMessage(task.ask);
    this.#watch(process.cpuUsage(), performance.now());
  }

  /** Ends the thread when its task used up the deadline. */
  #watch(since: NodeJS.CpuUsage, at: number, within = this.#deadline): void {
    this.#timer = setTimeout(() => {
      // The event loop itself may have been busy: an answer already in the queue is in time.
      const running = this.#running;
      const answered = running && receiveMessageOnPort(running.port);
      if (answered) return this.#receive(answered.message);
      const { user, system } = process.cpuUsage(since);
      const used = (user + system) / 1000;
      if (used < this.#deadline && performance.now() - at < this.#deadline * patience) {
        return this.#watch(since, at, Math.max(10, this.#deadline - used));
      }
      this.#end(new Error(`The ${this.#name} took longer than ${this.#deadline} ms.`));
    }, within);
  }

  async #start(): Promise<void> {
    this.#starting = true;
    try {
      const file = await locate(this.#name, this.#source);
      const { port1: port, port2 } = new MessageChannel();
      const worker = new Worker(file, { workerData: { port: port2 }, transferList: [port2], execArgv: [] });
      const running = { worker, port, ready: false };
      this.#running = running;
      const ended = (error: Error) => {
        if (this.#running === running) this.#end(error);
      };
      worker.on("error", ended);
      worker.on("exit", (code) => ended(new Error(`The ${this.#name} ended with ${code}.`)));
      port.on("message", (message) => {
        if (this.#running === running) this.#receive(message);
      });
      // An idle thread keeps no process alive; a waiting task is kept by its timer.
      port.unref();
      worker.unref();
      this.#timer = setTimeout(() => ended(new Error(`The ${this.#name} did not start.`)), startsWithin);
    } catch (error) {
      this.#end(error as Error);
    } finally {
      this.#starting = false;
    }
  }

  #receive(message: unknown): void {
    clearTimeout(this.#timer);
    const running = this.#running;
    if (!running) return;
    if (!running.ready) running.ready = true;
    else {
      const task = this.#current;
      this.#current = null;
      task?.answer((message as { answer: unknown }).answer);
    }
    this.#next();
  }

  /** Fails the running task, and if no thread could be started, all that wait. */
  #end(error: Error): void {
    clearTimeout(this.#timer);
    const running = this.#running;
    this.#running = null;
    void running?.worker.terminate();
    running?.port.close();
    const failed = running?.ready ? [this.#current] : [this.#current, ...this.#waiting.splice(0)];
    this.#current = null;
    for (const task of failed) task?.fail(error);
    this.#next();
  }
}

/** Returns where a built module is; from sources it is bundled into a file next to the packages. */
export async function locate(name: string, source: URL): Promise<URL> {
  if (!import.meta.url.endsWith(".ts")) {
    // The build puts chunks into a folder of their own.
    const built = new URL(`./${name}.js`, import.meta.url);
    return existsSync(built) ? built : new URL(`../${name}.js`, import.meta.url);
  }
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { ssr: fileURLToPath(source), write: false, target: "node20", minify: false },
  });
  const [bundle] = [built].flat();
  const code = bundle && "output" in bundle ? bundle.output[0].code : "";
  const folder = join(process.cwd(), "node_modules/.cache/undersigned");
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`);
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, code);
  await rename(part, file);
  return pathToFileURL(file);
}
