import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import {
  factOptions,
  factsRefused,
  readFacts,
  requireMeeting,
  storedLine,
  year,
} from "#app/cli/meeting/parts/meeting.ts";
import { oneOf, option, required } from "#app/cli/options.ts";
import { fieldsOfItem } from "#app/domain/campaign/meetings/fields.ts";
import { ballotItemForm, ballotItemOfForm } from "#app/domain/campaign/meetings/items/ballot-item-form.ts";
import { saveBallotItem, seenOfItem } from "#app/domain/campaign/meetings/items/save-ballot-item.server.ts";
import { proposers } from "#app/domain/campaign/meetings/meeting.ts";

const item = option("ID", "the proposal; a new one if left out", (given, name) => {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageError(`--${name} must be an id from \`item list\``);
});

const proposedBy = oneOf([...proposers, "unknown"], "whose proposal it is");

export default command({
  summary: "save a proposal; options left out keep their values",
  options: { campaign, company, year: required(year), item, proposedBy, ...factOptions },
  async run({ db, scope: of }, { year, company, item, proposedBy: by, ...given }) {
    const scope = { ...of, companyId: company?.id };
    const { checked } = given;
    const { items } = await requireMeeting(db, scope, year);
    const before = item === undefined ? null : items.find(({ id }) => id === item);
    if (before === undefined) throw new CommandFailed(`There is no proposal ${item}. Run \`item list\`.`);
    const stored = {
      ...(before && fieldsOfItem(before)),
      ...(by && { proposed_by: by === "unknown" ? "" : by }),
    };
    const form = readFacts(ballotItemForm(new Date()), stored, given);
    const saved = await saveBallotItem(db, {
      scope,
      year,
      values: ballotItemOfForm(form),
      checked,
      item: before && { id: before.id, seen: seenOfItem(before) },
    });
    if (saved.outcome !== "saved") throw factsRefused(saved.outcome);
    return done(saved, storedLine(saved.changed, checked));
  },
});
