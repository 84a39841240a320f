import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { processorSeconds } from "./process.mjs";

/** Requests so far: each number of a run is unique. */
let requests = 0;

/**
 * Fires one leg of load at a server, for `seconds` or until `amount` answers. `{n}` in headers and body is
 * another number in each request, `{name}`, `{address}` and `{ip}` are somebody's of that number. Every
 * answer must have the status `expect`: anything else means that something other was measured. `list`: path
 * and body of each request instead. `rate`: requests a second, else as fast as answers come. `cpu`: seconds
 * of processor the server took.
 */
export async function fire(
  server,
  { path, expect, seconds, amount, rate, list, method = "GET", headers = {}, body, connections = 16 },
) {
  const before = processorSeconds(server.pid);
  const workerData = {
    port: server.port,
    method,
    path,
    headers,
    body,
    list,
    seconds,
    amount,
    rate,
    connections: Math.min(connections, amount ?? connections),
    from: requests,
  };
  const thread = new Worker(new URL("generator.mjs", import.meta.url), { workerData });
  const [leg] = await once(thread, "message");
  const counted = Object.values(leg.answers).reduce((sum, count) => sum + count, 0);
  requests += counted + workerData.connections;
  if (leg.problem || counted !== (leg.answers[expect] ?? 0)) {
    const answers = Object.entries(leg.answers).map(([status, count]) => `${count} × ${status}`);
    const problem = [leg.problem, answers.join(", ") || "no answer"].filter(Boolean).join("; ");
    throw new Error(`${path}: ${problem}\n${server.lastWords()}`);
  }
  const after = processorSeconds(server.pid);
  return { answers: counted, took: leg.took, times: leg.times, cpu: before === null ? null : after - before };
}

/** Merges legs: answers a second, answers a second of the server's CPU time, latencies in ms. */
export function together(legs) {
  const sum = (pick) => legs.reduce((total, leg) => total + pick(leg), 0);
  const answers = sum((leg) => leg.answers);
  const cpu = legs.some((leg) => leg.cpu === null) ? null : sum((leg) => leg.cpu);
  const times = legs.flatMap((leg) => leg.times).sort((a, b) => a - b);
  return {
    answers,
    rate: answers / sum((leg) => leg.took),
    ratePerCpu: cpu === null ? null : answers / cpu,
    ratePerAll: answers / sum((leg) => leg.all ?? Number.NaN),
    busy: cpu === null ? null : cpu / sum((leg) => leg.took),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** Returns the value that a share of an ascending list does not exceed. */
export const percentile = (sorted, share) =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** Alternates `first, second, first, …`, so that a machine that slows down slows both. */
export async function inTurns(rounds, first, second) {
  const legs = { first: [], second: [] };
  for (let round = 0; round < rounds; round++) {
    legs.first.push(await first());
    legs.second.push(await second());
  }
  return legs;
}
