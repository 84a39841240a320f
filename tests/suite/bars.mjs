// A line for each part that runs: what it is, and how far.
const bars = new Map();
if (process.stdout.isTTY) setInterval(draw, 1000).unref();

export const secondsSince = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

export function startBar(name) {
  bars.set(name, { from: Date.now(), done: 0, all: 0 });
  if (!process.stdout.isTTY) console.log(`...  ${name}`);
  draw();
}

export function moveBar(name, done, all) {
  Object.assign(bars.get(name) ?? {}, { done, all });
  draw();
}

export function endBar(name) {
  if (process.stdout.isTTY && bars.size > 0) process.stdout.write("\r\x1b[J");
  bars.delete(name);
}

/** Draws the parts that run below what is printed, and leaves the cursor at their beginning. */
function draw() {
  if (!process.stdout.isTTY) return;
  const lines = [...bars].map(([name, { from, done, all }]) => {
    const filled = all > 0 ? Math.round((done / all) * 24) : 0;
    const bar = `${"=".repeat(filled)}${" ".repeat(24 - filled)}`;
    const progress = all > 0 ? `[${bar}] ${done} of ${all}` : "";
    return `...  ${name.padEnd(10)} ${secondsSince(from).padStart(8)}  ${progress}`;
  });
  process.stdout.write(`\r\x1b[J${lines.join("\n")}${lines.length > 1 ? `\x1b[${lines.length - 1}A` : ""}\r`);
}
