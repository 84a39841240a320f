import autocannon from "autocannon";
import { processorSeconds } from "./process.mjs";

const connections = 16;

/**
 * One leg of load on a server with 16 connections, for `seconds` or until `amount` answers. Every
 * answer must have the status `expect`: anything else means that something other was measured.
 */
export async function fire(server, { path, expect, seconds, amount, ...request }) {
  const times = [];
  const before = processorSeconds(server.pid);
  const { result, took } = await new Promise((resolve, reject) => {
    const began = performance.now();
    const options = {
      ...{ url: server.origin + path, connections, timeout: 30 },
      ...(amount ? { amount } : { duration: seconds }),
      ...request,
    };
    let last = began;
    const run = autocannon(options, (error, result) =>
      error ? reject(error) : resolve({ result, took: (last - began) / 1000 }),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => {
      last = performance.now();
      times.push(milliseconds);
    });
  });

  const answers = Object.entries(result.statusCodeStats).map(([code, { count }]) => `${count} × ${code}`);
  const expected = result.statusCodeStats[expect]?.count ?? 0;
  if (result.errors || result.timeouts || expected !== result["2xx"] + result.non2xx) {
    throw new Error(
      `${path}: ${result.errors} errors, ${result.timeouts} time-outs, ${answers.join(", ") || "no answer"}\n${server.lastWords()}`,
    );
  }
  const after = processorSeconds(server.pid);
  return { answers: times.length, took, times, cpu: before === null ? null : after - before };
}

/** Several legs as one: answers a second, answers a second of the server's processor time, latencies in ms. */
export function together(legs) {
  const sum = (pick) => legs.reduce((total, leg) => total + pick(leg), 0);
  const answers = sum((leg) => leg.answers);
  const cpu = legs.some((leg) => leg.cpu === null) ? null : sum((leg) => leg.cpu);
  const times = legs.flatMap((leg) => leg.times).sort((a, b) => a - b);
  return {
    answers,
    rate: answers / sum((leg) => leg.took),
    ratePerCpu: cpu === null ? null : answers / cpu,
    busy: cpu === null ? null : cpu / sum((leg) => leg.took),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** The value that a share of an ascending list does not exceed. */
export const percentile = (sorted, share) =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** `first, second, first, second, …`, so that a machine that slows down slows both. */
export async function inTurns(rounds, first, second) {
  const legs = { first: [], second: [] };
  for (let round = 0; round < rounds; round++) {
    legs.first.push(await first());
    legs.second.push(await second());
  }
  return legs;
}
