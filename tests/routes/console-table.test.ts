import { expect, test } from "vitest";
import { type OrganizerRight, organizerRights, wholeRights } from "#app/domain/access/organizer.ts";
import { isPage } from "#tests/support/addresses.ts";
import { aConsoleScene } from "#tests/support/console-scene.ts";
import { type ConsolePost, type ConsoleRow, consoleTable } from "#tests/support/console-table.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const scene = await aConsoleScene(site.db);
const { withRight, withRights, without, foreign, removed, stranger, half } = scene;

type Visitor = typeof stranger;
const rows = Object.entries(consoleTable);
const inCampaign = rows.filter((row): row is [string, ConsoleRow & { get: readonly string[] }] =>
  Array.isArray(row[1].get),
);

/** This route's own answer: calls its loader or action alone, so that no parent route refuses first. */
function askAlone(route: string, row: ConsoleRow, at = row.at) {
  const path = at(scene);
  if (!isPage(route)) return { get: path, post: path };
  const [plain, query] = path.split("?");
  return {
    get: `${plain}.data?${query?.includes("=") ? `${query}&` : ""}_routes=${encodeURIComponent(route)}`,
    post: `${plain}.data${query ? `?${query}` : ""}`,
  };
}

/** Returns the address to which a route's own answer leads. */
const ledTo = (data: string) => /"(\/[^"]*)"/.exec(data)?.[1];

const open = async (route: string, row: ConsoleRow, { headers }: Visitor) =>
  (await site.get(askAlone(route, row).get, headers)).status;
const send = (route: string, row: ConsoleRow, { fields, to }: ConsolePost, { headers }: Visitor) =>
  site.post(askAlone(route, row, to).post, fields, headers);
/**
 * Redirects of posts that changed nothing: done before, no change, reauthenticated, or a time zone stored. A
 * file made while it downloads is recorded then.
 */
const changesNothing =
  /\?(?:done=(?:already|gone|not-frozen|sender)?$|kept|by=|proved)|\/fetch\?file=|\/exports\/[0-9a-f-]+\.\w+$/;
/** In the scene, somebody with a right also has those it depends on. */
const opens = (needs: readonly string[], right: OrganizerRight) =>
  wholeRights([right]).some((each) => needs.includes(each));
const isIn = (status: number) => status < 400 || [400, 409, 422, 429].includes(status);

/** Rights that do not allow it. If one did, a member with all of them would be let in. */
const othersThan = (needs: readonly string[]) => organizerRights.filter((right) => !opens(needs, right));

test.each(inCampaign)("%s opens for who carries its right, and for nobody else", async (route, row) => {
  const hidden = row.hiddenFrom ?? [];
  const refused = othersThan([...row.get, ...hidden]);
  const opened = row.absent ? 404 : 200;
  const visits: [Visitor, number][] = [
    ...row.get.map((right): [Visitor, number] => [
      withRight.get(right as OrganizerRight) ?? stranger,
      opened,
    ]),
    [await withRights(organizerRights), opened],
    ...hidden.map((right): [Visitor, number] => [withRight.get(right) ?? stranger, 404]),
    ...(refused.length > 0 ? ([[await withRights(refused), 403]] as [Visitor, number][]) : []),
    [without, 403],
    [foreign, 404],
    [removed, 404],
  ];
  for (const [visitor, expected] of visits) {
    const status = await open(route, row, visitor);
    const { who } = visitor;
    expect({ route, who, status: status === 202 ? 200 : status }).toEqual({ route, who, status: expected });
  }
});

test.each(inCampaign)("no post to %s does anything for who has not its right", async (route, row) => {
  const before = await scene.countActions();
  for (const post of row.posts) {
    const { fields, needs } = post;
    const visits: [Visitor, number][] = [
      [await withRights(othersThan(needs)), 403],
      [without, 403],
      [foreign, 404],
      [removed, 404],
    ];
    for (const [visitor, expected] of needs.includes("view") ? visits.slice(1) : visits) {
      const { status } = await send(route, row, post, visitor);
      const { who } = visitor;
      expect({ route, fields, who, status }).toEqual({ route, fields, who, status: expected });
    }
  }
  expect(await scene.countActions()).toBe(before);
});

test.each(inCampaign)(
  "every post to %s is heard from who has its right, and is on record if it was done",
  async (route, row) => {
    for (const post of row.posts) {
      const { fields, needs, absent } = post;
      for (const right of needs) {
        const before = await scene.countActions();
        const answer = await send(route, row, post, withRight.get(right) ?? stranger);
        const { status } = answer;
        const to = ledTo(status === 202 ? await answer.text() : "");
        const isRecorded = !to || changesNothing.test(to) || (await scene.countActions()) > before;
        expect(
          isRecorded,
          `${route} ${JSON.stringify(fields)} wrote no entry of the log and led to ${to}`,
        ).toBe(true);
        const heard = isIn(status) || (absent === true && status === 404);
        expect(heard, `${right}: ${JSON.stringify(fields)} is answered with ${status}`).toBe(true);
      }
    }
  },
);

test.each(inCampaign)(
  "%s asks a stolen session who it is before what must not be done by one",
  async (route, row) => {
    const opener = withRight.get(row.get[0] as OrganizerRight);
    const opened = await site.get(askAlone(route, row).get, opener?.stolen);
    const to = opened.headers.get("location") ?? ledTo(opened.status === 202 ? await opened.text() : "");
    const leads = to?.startsWith(`${scene.base}/fetch?file=`) ?? false;
    expect([route, leads]).toEqual([route, row.asks === true]);
    const before = await scene.countActions();
    for (const { fields, needs, asks, to } of row.posts) {
      const visitor = withRight.get(needs[0] as OrganizerRight);
      if (asks !== true) continue;
      const answer = await site.post(askAlone(route, row, to).post, fields, visitor?.stolen);
      const toFile = answer.headers.get("location")?.startsWith(`${scene.base}/fetch?file=`);
      const asked = toFile || (answer.status === 403 && (await answer.text()).includes('"proof"'));
      expect({ route, fields, asked }).toEqual({ route, fields, asked: true });
    }
    expect(await scene.countActions()).toBe(before);
  },
);

test.each(rows)(
  "%s sends strangers to sign in, and owners without a second factor to theirs",
  async (_, row) => {
    const path = row.at(scene);
    const visits: [Visitor, string][] = [
      [stranger, "/sign-in"],
      [half, "/organize/second-factor"],
    ];
    const before = await scene.countActions();
    for (const [visitor, door] of visits) {
      const isOpen = row.get === "half-signed-in" && visitor === half;
      const opened = await site.get(path, visitor.headers);
      const leads = row.elsewhere ? "/organize/account" : isOpen ? null : door;
      expect([visitor.who, opened.headers.get("location")]).toEqual([visitor.who, leads]);
      for (const { fields } of row.posts) {
        const sent = await site.post(path, fields, visitor.headers);
        if (visitor === half && typeof row.get === "string" && row.get !== "signed-in") continue;
        expect([visitor.who, fields, sent.headers.get("location")]).toEqual([visitor.who, fields, door]);
      }
    }
    expect(await scene.countActions()).toBe(before);
  },
);
