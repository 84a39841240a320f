import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

type Kept = { uid: number; source: string; seen: boolean; deleted: boolean };

/** Starts a local IMAP server with one mailbox, as much of it as reading one takes (RFC 3501, UIDPLUS). */
export async function aFakeImap(password = "secret") {
  let kept: Kept[] = [];
  let uids = 0;
  const commands: string[] = [];

  function answer(line: string, socket: Socket): void {
    const [tag = "", verb = "", ...rest] = line.split(" ");
    const name = verb.toUpperCase() === "UID" ? `UID ${rest.shift()?.toUpperCase()}` : verb.toUpperCase();
    const say = (...lines: string[]) => socket.write(`${lines.join("\r\n")}\r\n`);
    const ok = (...lines: string[]) => say(...lines, `${tag} OK done`);
    commands.push(name);
    const found = kept.find(({ uid }) => uid === Number(rest[0]));
    switch (name) {
      case "CAPABILITY":
        return void ok("* CAPABILITY IMAP4rev1 UIDPLUS");
      case "LOGIN":
        return void (rest.at(-1)?.includes(password) ? ok() : say(`${tag} NO [AUTHENTICATIONFAILED] no`));
      case "LIST":
        return void ok('* LIST () "/" INBOX');
      case "SELECT":
        return void ok(
          "* FLAGS (\\Seen \\Deleted)",
          `* ${kept.length} EXISTS`,
          "* OK [UIDVALIDITY 1] valid",
          `* OK [UIDNEXT ${uids + 1}] next`,
        );
      case "UID SEARCH":
        return void ok(`* SEARCH ${kept.flatMap((mail) => (mail.seen ? [] : mail.uid)).join(" ")}`);
      case "UID FETCH": {
        const size = Number(/<\d+\.(\d+)>/.exec(line)?.[1] ?? Number.POSITIVE_INFINITY);
        const source = found?.source.slice(0, size) ?? "";
        if (!found) return void ok();
        const place = kept.indexOf(found) + 1;
        return void ok(`* ${place} FETCH (UID ${found.uid} BODY[]<0> {${source.length}}\r\n${source})`);
      }
      case "UID STORE":
        if (found) found[line.includes("Deleted") ? "deleted" : "seen"] = true;
        return void ok();
      case "EXPUNGE":
      case "UID EXPUNGE":
        kept = kept.filter(({ deleted }) => !deleted);
        return void ok();
      default:
        return void ok();
    }
  }

  const server = createServer((socket) => {
    socket.setEncoding("latin1");
    socket.on("error", () => {});
    let rest = "";
    socket.write("* OK ready\r\n");
    socket.on("data", (chunk) => {
      const lines = `${rest}${chunk}`.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) answer(line, socket);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());

  return {
    url: `imap://bounces:${password}@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
    add: (source: string) => void kept.push({ uid: ++uids, source, seen: false, deleted: false }),
    kept: () => kept,
    commands,
  };
}
