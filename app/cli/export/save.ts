import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { listOptions, noSuchCompany, readAnyList } from "#app/cli/export/parts/export.ts";
import { required, text } from "#app/cli/options.ts";
import { listByCompany } from "#app/domain/outgoing/exports/create-export.server.ts";
import { saveFilter } from "#app/domain/outgoing/exports/filters.server.ts";
import { isPledgeList } from "#app/domain/outgoing/exports/presets.ts";

export default command({
  summary: "save export options as a filter; replaces one of that name",
  options: {
    campaign,
    name: required(text("N", "the name of the filter")),
    ...listOptions,
    preset: required(listOptions.preset),
  },
  read: ({ name, ...asked }) => readAnyList({ ...asked, filter_name: name }),
  async run({ db, scope }, { name, list: asked }) {
    const list = await listByCompany(db, scope.campaignId, asked);
    if (!list) throw new CommandFailed(noSuchCompany);
    await saveFilter(db, { ...scope, name, list });
    const kind = isPledgeList(list) ? "pledges" : "signatures";
    return done(
      { outcome: "saved", name },
      `Saved as “${name}”. To use it: \`export ${kind} --saved "${name}"\`.`,
    );
  },
});
