import type { z } from "zod";
import type { Act, Acts, EndOf } from "#app/domain/access/acts.ts";
import { codeOf } from "#app/domain/access/acts.ts";
import { whatWasDone, whyNot } from "#app/i18n/en/acts.ts";
import { choicesOf, isMany, isNeeded, isTick } from "#app/lib/form-field.ts";
import {
  type Command,
  CommandFailed,
  campaign,
  command,
  done,
  givenNames,
  type OfCampaign,
  type Option,
  optionName,
  UsageError,
} from "./command.ts";
import { company } from "./company/parts/company.ts";
import { atLeastOnce, flag, id, number, oneOf, repeated, required, text } from "./options.ts";
import { readForm, readFormWith } from "./parts/forms.ts";

type Options = Record<string, Option<unknown>>;

/** What a command needs where a page shows something first, or asks in another form. */
type More<End> = {
  options?: Options;
  /** Returns fields that are not options, or refuses: what a page shows before the button. */
  before?: (on: OfCampaign, given: never, thing: never) => Promise<Record<string, string>>;
  /** What `--json` prints, if not how the act ended. */
  json?: (end: End) => object;
  /** What people read below what was done. */
  tell?: (end: End) => string[];
};

/** Acts that the console alone has, or whose command is a file of its own. */
type Left = "by hand";

/**
 * Makes a command of each act. Its options are the fields of the form that have a description; if what is
 * stored fills the form, `--set` takes the others. `errors`: what the page says of each field.
 */
export const commandsOf = <A extends Acts>(
  { noun, all }: A,
  errors: Record<string, string>,
  more: { [Name in keyof A["all"]]?: More<EndOf<A>> | Left } = {},
): Record<string, Command> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, act]) => {
      const own = more[name] ?? {};
      return own === "by hand" ? [] : [[name, commandOf(noun, act, errors, own as More<never>)]];
    }),
  );

function commandOf(noun: Acts["noun"], act: Act, errors: Record<string, string>, more: More<never>): Command {
  const list = `${noun.name} list`;
  const named = noun.key === "id" ? number(`the ${noun.name}`, list) : id(`the ${noun.name}`, list);
  const { options, fieldOf } = optionsOf(act, noun);
  const own: Options = { ...options, ...more.options };
  return command({
    summary: act.does,
    options: {
      campaign,
      ...(act.takes === "none" && noun.atCompany && { company }),
      ...(act.takes === "one" && { [noun.name]: required(named as Option<unknown>) }),
      ...(act.takes === "one-or-new" && { [noun.name]: named }),
      ...own,
    } as { campaign: typeof campaign } & Options,
    read(given: Record<string, unknown>) {
      const names = Object.keys(own).map(optionName);
      if (act.stored && !givenNames(given).some((name) => names.includes(name)))
        throw new UsageError(`Add ${names.map((name) => `--${name}`).join(", ")}`);
      return given;
    },
    async run(on: OfCampaign, given: Record<string, unknown>) {
      const { db, operator, scope } = on;
      const about = act.takes === "none" ? null : (given[noun.name] ?? null);
      const thing = about === null ? null : await noun.find(db, operator.campaignId, about as never);
      if (about !== null && thing === null) throw gone(noun);
      const now = new Date();
      const stored = {
        ...Object.fromEntries(Object.entries(noun.seen).map(([field, of]) => [field, of(thing)])),
        ...(thing !== null && act.stored?.(thing as never)),
      };
      const shown = (await more.before?.(on, given as never, thing as never)) ?? {};
      const at = given.company as { id: number } | undefined;
      const input = {
        ...read(act.form(now), stored, shown, given),
        ...operator,
        scope: { ...scope, ...(at && { companyId: at.id }) },
        [noun.key]: about,
      };
      const end = await act.run(db, input as never, now);
      if (end.outcome === "gone") throw gone(noun);
      const code = codeOf(act, end.outcome, about === null && act.takes === "one-or-new");
      // A page shows both texts, a command none: it read what is stored just now.
      if (end.outcome.startsWith("stale"))
        throw new CommandFailed("Nothing changed: someone else saved it first. Try again.");
      if (!act.done.includes(end.outcome)) throw new CommandFailed(whyNot(noun.name, code) ?? code);
      const ended = more.json?.(end as never) ?? nameIn(noun, end, about);
      return done(ended, whatWasDone(noun.name, code) ?? code, ...(more.tell?.(end as never) ?? []));
    },
  });

  function read(
    form: ReturnType<Act["form"]>,
    stored: Record<string, string>,
    shown: Record<string, string>,
    given: Record<string, unknown>,
  ) {
    if (given.set) {
      const also = Object.entries(shown).map(([field, value]) => `${field}=${value}`);
      return readFormWith(form, stored, { set: [...(given.set as string[]), ...also] }, errors);
    }
    const typed = Object.entries(fieldOf).map(([option, field]) => {
      const value = given[option];
      return [field, value === true ? "on" : value === false ? undefined : value];
    });
    const fields = typed.filter(([, value]) => value !== undefined);
    const names = Object.fromEntries(
      Object.entries(fieldOf).map(([option, field]) => [field, optionName(option)]),
    );
    return readForm(form, { ...stored, ...Object.fromEntries(fields), ...shown }, errors, names);
  }
}

const gone = ({ name }: Acts["noun"]) => new CommandFailed(`There is no such ${name}. Run \`${name} list\`.`);

/** Names the thing in how an act ended, as `--json` does. */
function nameIn({ key, json }: Acts["noun"], { outcome, ...end }: { outcome: string }, about: unknown) {
  if (!json) return { outcome, ...end };
  const { [key]: made = about, ...facts } = end as Record<string, unknown>;
  return { outcome, ...(made !== null && { [json]: made }), ...facts };
}

const optionOfField = (field: string) => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

type Described = { hint?: string; option?: string; description?: string };

/** Makes an option of each described field. `fieldOf`: the fields, by their options. */
function optionsOf(act: Act, { seen }: Acts["noun"]) {
  const options: Options = {};
  const fieldOf: Record<string, string> = {};
  const fields = Object.entries(act.form(new Date()).shape).filter(([name]) => !(name in seen));
  for (const [name, field] of fields as [string, z.ZodType][]) {
    const { description, hint, option = optionOfField(name) } = (field.meta() ?? {}) as Described;
    if (!description) continue;
    options[option] = optionOf(field, description, hint, act.stored !== undefined);
    fieldOf[option] = name;
  }
  if (act.stored && Object.keys(options).length < fields.length)
    options.set = atLeastOnce(repeated(text("FIELD=T", "a field and its text")));
  return { options, fieldOf };
}

function optionOf(field: z.ZodType, help: string, hint = "T", hasStored: boolean): Option<unknown> {
  if (isTick(field)) return flag(help);
  const choices = choicesOf(field);
  const typed = choices.length > 0 ? oneOf(choices, help) : text(hint, help);
  if (isMany(field)) return atLeastOnce(repeated(typed));
  return isNeeded(field) && !hasStored ? required(typed as Option<unknown>) : typed;
}
