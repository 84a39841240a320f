import {
  campaign,
  command,
  done,
  type Given,
  type OfCampaign,
  type Option,
  printed,
} from "#app/cli/command.ts";
import { day, flag, id, oneOf, text } from "#app/cli/options.ts";
import { csvLine } from "#app/domain/base/csv-line.ts";
import type { List } from "#app/domain/base/list.server.ts";
import type { Chosen, Filter, Filters } from "#app/domain/base/list.ts";
import { noteListView, type PeopleList } from "#app/domain/record/note-view.server.ts";
import { table } from "./table.ts";

/** Most rows of a file. */
const rowsAFile = 100_000;

type Options = Record<string, Option<unknown>>;

type ListCommand<Scope, Name extends PeopleList, Row, F extends Filters, O extends Options> = {
  summary: string;
  list: List<Scope, Name, Row, F>;
  options?: O;
  scope: (on: OfCampaign, given: Given<O>) => Scope | Promise<Scope>;
  columns: Record<string, (row: Row) => string | number>;
  /** Added to the result. */
  about?: (scope: Scope) => object;
  none: (scope: Scope) => string;
  /** The command's own name, for help. */
  from: string;
};

function optionOf([name, { kind, values, help = `only this ${name}` }]: [string, Filter]): Option<unknown> {
  if (kind === "day") return day(help);
  if (kind === "flag") return flag(help);
  return kind === "choice" ? oneOf(values, help) : text("TEXT", help);
}

/** Makes the command that lists what a page lists, with the same filters and log. */
export function listCommand<Scope, Name extends PeopleList, Row, F extends Filters, O extends Options>(
  of: ListCommand<Scope, Name, Row, F, O>,
) {
  const { summary, list, options, columns, about = () => ({}), none, from } = of;
  const { name, filters, page, noted } = list;
  const nameOf = ([filter, { option = filter }]: [string, Filter]) => option;
  const own = Object.entries(filters);
  return command({
    summary,
    options: {
      campaign,
      ...options,
      ...Object.fromEntries(own.map((each) => [nameOf(each), optionOf(each)])),
      older: id("next page: the value the page before printed", from),
      csv: flag("write CSV"),
    } as { campaign: typeof campaign } & Options,
    async run(on, wanted) {
      const given = wanted as Record<string, unknown>;
      const scope = await of.scope(on, wanted as Given<O>);
      const chosen = Object.fromEntries(
        own.map((each) => [each[0], given[nameOf(each)] || null]),
      ) as Chosen<F>;
      const cursor = given.older ? { side: "older" as const, than: String(given.older) } : null;
      const read = await page(on.db, scope, chosen, cursor, given.csv ? rowsAFile : undefined);
      const { [name]: rows, older } = read;
      const view = { rows: rows.length, filter: noted(chosen, scope), paged: cursor !== null };
      await noteListView(on.db, on.scope, { list: name, ...view });
      const headings = Object.keys(columns);
      const cells = (rows as Row[]).map((row) => Object.values(columns).map((cell) => cell(row)));
      const outcome = { ...about(scope), [name]: rows, older };
      const more = older === null ? [] : [`More: --older ${older}`];
      if (given.csv) {
        if (older !== null) process.stderr.write(`${more}\n`);
        return printed(outcome, [headings, ...cells].map((line) => csvLine(line.map(String))).join(""));
      }
      return done(outcome, ...(rows.length > 0 ? table(headings, cells) : [none(scope)]), ...more);
    },
  });
}
