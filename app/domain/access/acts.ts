import { z } from "zod";
import type { DoneCode, NounName, RefusalCode } from "#app/i18n/en/acts.ts";
import type { Db } from "#db/index.ts";
import type { OrganizerRight } from "./organizer.ts";
import type { ProofFor } from "./sign-in/proof-for.ts";

/** Who acts where, as every verb takes it. */
export type WhoActs = {
  campaignId: number;
  actor: `organizer:${string}` | "operator";
  scope: { campaignId: number; organizerId: string | null; companyId?: number };
};

/** What verbs take a thing by: a number, or a UUID. */
type Keys = { id: number; publicId: string };

/** A thing that is acted on: how it is named, found and shown. */
export type Noun<N extends NounName, Key extends keyof Keys, Thing> = {
  name: N;
  key: Key;
  find: (db: Db, campaignId: number, id: Keys[Key]) => Promise<Thing | null>;
  /** Hidden fields that tell which state was read; null: of a new one. */
  seen: Record<string, (thing: Thing | null) => string>;
  /** Its page, below the campaign's address. */
  page: (id: Keys[Key]) => string;
  /** Whether a new one belongs to the company that the page is about. */
  atCompany?: boolean;
  /** What `--json` calls its id, if not as verbs do. */
  json?: string;
};

export type FormSchema = z.ZodObject<z.ZodRawShape>;
type Ended = { outcome: string };

/** What a few acts have in addition. */
type More<End, Thing> = {
  /** What to reauthenticate for. */
  asks?: ProofFor["kind"];
  /** The page that shows what was done, if not the thing's. */
  to?: (end: End) => string;
  /** Fills the form with what is stored: a command changes only what it is given. */
  stored?: (thing: Thing) => Record<string, string>;
};

/** What one button and one command do. `does`: the command's line in help. */
export type Act<End extends Ended = Ended> = More<never, never> & {
  takes: "one" | "one-or-new" | "none";
  does: string;
  /** One of these is needed. */
  right: OrganizerRight | readonly OrganizerRight[];
  form: (now: Date) => FormSchema;
  run: (db: Db, input: never, now: Date) => Promise<End>;
  /** The outcomes that did it. All others but `gone` are refusals, and have words. */
  done: readonly string[];
  /** Outcomes that are said in other words than the thing's usual ones. */
  says?: Partial<Record<string, string>>;
  /** What a new one was, such as `added`. */
  ofNew?: string;
};

export const noFields = z.object({});
type Read<F extends FormSchema> = keyof F["shape"] extends never ? unknown : z.output<F>;

/** Makes the three kinds of act on a noun: on one, on one or a new one, on none. */
export function actsOn<N extends NounName, Key extends keyof Keys, Thing>(_: Noun<N, Key, Thing>) {
  type Code = DoneCode<N> | RefusalCode<N>;
  const kind =
    <Input>(takes: Act["takes"]) =>
    <
      F extends FormSchema,
      Done extends string,
      End extends { outcome: Done | RefusalCode<N> | "gone" | Extract<keyof Says, string> },
      Says extends Partial<Record<string, Code>> = Record<never, Code>,
    >(
      does: string,
      right: OrganizerRight | readonly OrganizerRight[],
      form: F | ((now: Date) => F),
      run: (db: Db, input: Input & Read<F>, now: Date) => Promise<End>,
      done: (Done & (DoneCode<N> | keyof Says)) | readonly (Done & (DoneCode<N> | keyof Says))[],
      more: More<Extract<End, { outcome: Done }>, Thing> & { says?: Says; ofNew?: DoneCode<N> } = {},
    ): Act<End> => {
      const formAt = typeof form === "function" ? form : () => form;
      return { takes, does, right, form: formAt, run, done: [done].flat(), ...more };
    };
  return {
    one: kind<WhoActs & Record<Key, Keys[Key]>>("one"),
    oneOrNew: kind<WhoActs & Record<Key, Keys[Key] | null>>("one-or-new"),
    none: kind<WhoActs>("none"),
  };
}

/** A noun with its acts, by the `intent` of their buttons and the verb of their commands. */
export type Acts<A extends Record<string, Act> = Record<string, Act>> = {
  // biome-ignore lint/suspicious/noExplicitAny: an engine serves every noun.
  noun: Noun<NounName, any, any>;
  all: A;
};

export const acts = <N extends NounName, Key extends keyof Keys, Thing, A extends Record<string, Act>>(
  noun: Noun<N, Key, Thing>,
  all: A,
): Acts<A> => ({ noun, all });

/** How an act of these ends. */
export type EndOf<A extends Acts> = Awaited<ReturnType<A["all"][string]["run"]>>;

/** Returns the code of the words that say how an act ended. */
export const codeOf = ({ says, ofNew, done }: Act, outcome: string, isNew = false): string =>
  (isNew && done.includes(outcome) ? ofNew : undefined) ?? says?.[outcome] ?? outcome;
