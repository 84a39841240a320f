// The load generator, in its own thread: writes and reads requests as bytes over kept-alive connections,
// since a client that parses and inflates answers is slower than the servers it measures.
import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

const { port, method, path, headers, body, list, connections, amount, seconds, rate, from } = workerData;

const start = performance.now();
const until = amount ? Number.POSITIVE_INFINITY : start + seconds * 1000;
const headEnd = Buffer.from("\r\n\r\n");
const lastChunk = Buffer.from("0\r\n\r\n");
const times = [];
const answers = {};
let sent = 0;
let last = start;

const givenNames =
  `Maria Jon Lena Karim Rosa Tom Inès Paul Mei Ola Vera Hugo Ada Sam Nia Leo Ana Ben Cleo Dan Eva Finn Gina
  Hal Ida Joe Kim Lou Max Nora Omar Pia Quinn Rui Sol Tess Uma Vic Wes Zoë`.split(/\s+/);
const [stems, endings] = [
  "Bel Dor Fen Gra Hol Kas Lun Mon Pet Sin Tar Ver",
  "dez man nen wood rez ska ford sen clair vin",
].map((parts) => parts.split(" "));
const familyNames = stems.flatMap((stem) => endings.map((ending) => stem + ending));
const hosts = ["gmail.com", "gmail.com", "gmail.com", "outlook.com", "yahoo.com", "icloud.com"];

/**
 * Makes one of many people with 4,800 names, so that of 100,000 some twenty share one, with their own network
 * and address.
 */
function personOf(n) {
  const [given, family] = [
    givenNames[n % givenNames.length],
    familyNames[Math.floor(n / givenNames.length) % familyNames.length],
  ];
  const host = n % 3 === 0 ? `firm-${(n >> 2) % 5000}.test` : hosts[n % hosts.length];
  const plain = `${given}${family}`
    .normalize("NFKD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
  return {
    "{n}": String(n),
    "{name}": encodeURIComponent(`${given} ${family}`),
    "{address}": encodeURIComponent(`${plain}${n}@${host}`),
    "{ip}": `${20 + (n % 60)}.${(n >> 8) & 255}.${n & 255}.${1 + ((n >> 16) & 127)}`,
  };
}

/** `{n}` differs in each request; `{name}`, `{address}` and `{ip}` belong to the person of that number. */
function request() {
  const n = from + sent;
  const { path: to, body: content } = list ? list[sent] : { path, body };
  sent += 1;
  const person = personOf(n);
  const fill = (text) => text.replace(/\{(n|name|address|ip)\}/g, (place) => person[place]);
  const payload = content === undefined ? "" : fill(content);
  const length = content === undefined ? "" : `content-length: ${payload.length}\r\n`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${to} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${fill(lines.join(""))}${length}\r\n${payload}`;
}

const isOver = () => (amount ? sent >= amount : performance.now() >= until);

/** Uses one connection until the leg is over. Rejects if it closes before an answer is complete. */
const converse = () =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let received = Buffer.alloc(0);
    let began = 0;
    const next = () => {
      if (isOver()) {
        resolve();
        return socket.end();
      }
      const early = rate ? start + (sent * 1000) / rate - performance.now() : 0;
      const message = request();
      const write = () => {
        began = performance.now();
        socket.write(message);
      };
      if (early > 1) setTimeout(write, early);
      else write();
    };
    socket.setTimeout(30_000, () => socket.destroy(new Error("no answer in 30 seconds")));
    socket.on("connect", next);
    socket.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!isWhole(received)) return;
      last = performance.now();
      times.push(last - began);
      const status = received.toString("latin1", 9, 12);
      answers[status] = (answers[status] ?? 0) + 1;
      received = Buffer.alloc(0);
      next();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("a connection was closed before its answer was whole")));
  });

/** True once head and body of an answer are complete. */
function isWhole(bytes) {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return false;
  const head = bytes.toString("latin1", 0, end).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return bytes.length >= end + headEnd.length + Number(length);
  return head.includes("\r\ntransfer-encoding: chunked")
    ? bytes.subarray(-lastChunk.length).equals(lastChunk)
    : true;
}

try {
  await Promise.all(Array.from({ length: connections }, converse));
  parentPort.postMessage({ answers, times, took: (last - start) / 1000 });
} catch (error) {
  parentPort.postMessage({ problem: error.message, answers });
}
