import { listWatched, unwatchName, WatchForm, watchName } from "#app/domain/names/watch-names.server.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, required, tell, UsageError } from "./old.ts";
import { onCampaign, readForm } from "./on-campaign.ts";
import { table } from "./table.ts";

const text = { type: "string" } as const;

/** The names that a campaign watches. */
export const namesWatched = onCampaign(
  "names watched",
  {},
  () => null,
  async ({ opened, json, scope }) => {
    const names = await listWatched(opened.db, scope.campaignId);
    const lines = table(
      ["id", "name"],
      names.map(({ id, name }) => [id, name]),
    );
    tell(json, { names }, ...(names.length > 0 ? lines : ["It watches no name yet: `names watch`."]));
    return exitCodes.done;
  },
);

/** Puts whoever signs under a name before an organizer. */
export const namesWatch = onCampaign(
  "names watch",
  { name: text },
  ({ name }) =>
    readForm(WatchForm, { watch: required(name, "name") }, words("en").packs.names.errors, {
      watch: "name",
    }).watch,
  async ({ opened: { db }, json, scope }, name) => {
    const { outcome } = await watchName(db, { ...scope, name });
    const say = words("en").packs.names.watch;
    if (outcome !== "watched") throw new CommandFailed(outcome === "full" ? say.full : say.known);
    tell(json, { outcome }, say.added);
    return exitCodes.done;
  },
);

/** Watches a name no more. */
export const namesUnwatch = onCampaign(
  "names unwatch",
  { watched: text },
  ({ watched }) => {
    if (!/^[1-9]\d{0,8}$/.test(required(watched, "watched")))
      throw new UsageError("--watched is a number that `names watched` prints");
    return Number(watched);
  },
  async ({ opened: { db }, json, scope }, id) => {
    const { outcome } = await unwatchName(db, { ...scope, id });
    if (outcome !== "unwatched")
      throw new CommandFailed("The campaign watches no name of that number: see `names watched`.");
    tell(json, { outcome }, words("en").packs.names.watch.removed);
    return exitCodes.done;
  },
);
