// Lists known vulnerabilities of production packages, if the registry answers that. Fails no run: tomorrow's
// advisory must not stop today's fix; people read the list.
import { spawnSync } from "node:child_process";

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8" });
const report = parse(stdout);

if (!report?.vulnerabilities) {
  console.log("Not checked: the registry in use does not answer `npm audit`.");
} else {
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of found) {
    const titles = via.flatMap((cause) => (typeof cause === "string" ? [] : [`${cause.title} ${cause.url}`]));
    console.log([`${severity}: ${name} ${range}`, ...titles].join("\n  "));
  }
  console.log(`${found.length} production packages with known vulnerabilities`);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
