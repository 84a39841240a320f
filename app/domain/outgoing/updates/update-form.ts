import { z } from "zod";
import { isDay } from "#app/domain/base/day.ts";
import { characters, cleanLine, cleanText, hasStackedMarks } from "#app/domain/base/text.ts";
import { willingnesses } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { words } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";
import { type After, daysAtMost, seriesActs } from "./audience/acts.ts";
import { type Audience, audienceActions } from "./audience/audience.ts";
import { isWritten, maxGreetingLength, maxSubjectLength } from "./update.ts";
import { maxBodyLength } from "./words/markdown-bounds.ts";

/** Fields that may be given more than once. */
export const repeatedInDraft = ["countries", "languages", "holding", "willing", "companies"] as const;

/** The words of an update in one language. `greeting`: null for the default, empty for none. */
export type UpdateText = { locale: string; subject: string; body: string; greeting: string | null };

/** What an organizer writes and another approves. */
export type UpdateContent = { audience: Audience; inArchive: boolean; texts: UpdateText[] };

const subjectField = z
  .string()
  .optional()
  .transform((subject) => cleanLine(subject ?? ""))
  .refine((subject) => !/[\t\r\n]/.test(subject), { message: "subject-line", abort: true })
  // Email programs would decode it (RFC 2047), and show other words than were approved.
  .refine((subject) => !subject.includes("=?"), { message: "subject-encoded", abort: true })
  .refine((subject) => characters(subject) <= maxSubjectLength, { message: "subject-long", abort: true })
  .refine((subject) => !hasStackedMarks(subject), "marks");

const greetingField = z
  .string()
  .optional()
  .transform((greeting) => (greeting === undefined ? null : cleanLine(greeting)))
  .refine((greeting) => !/[\t\r\n]/.test(greeting ?? ""), { message: "greeting-line", abort: true })
  .refine((greeting) => characters(greeting ?? "") <= maxGreetingLength, {
    message: "greeting-long",
    abort: true,
  })
  .refine((greeting) => !hasStackedMarks(greeting ?? ""), "marks");

const bodyField = z
  .string()
  .optional()
  .transform((body) => cleanText(body ?? ""))
  .refine((body) => characters(body) <= maxBodyLength, { message: "body-long", abort: true })
  .refine((body) => !hasStackedMarks(body), "marks");

const known = new Set<string>(countryCodes);

/** Checkboxes, without duplicates. */
const boxes = <Box extends z.ZodType<string>>(box: Box) =>
  z
    .array(box)
    .max(250)
    .optional()
    .transform((checked = []) => [...new Set(checked)].sort());

const decisions = {
  version: z.coerce.number("version-missing").int("version-missing").min(1, "version-missing"),
  did: z.enum(audienceActions, "did-missing"),
  countries: z
    .array(z.string().refine((code) => known.has(code), "country-unknown"))
    .max(250)
    .transform((codes) => [...new Set(codes)].sort()),
  languages: boxes(z.string().regex(/^[a-z]{2}$/, "language-unknown")),
  holding: boxes(z.enum(pledgeWays, "holding-unknown")),
  willing: boxes(z.enum(willingnesses, "willing-unknown")),
  companies: boxes(z.string().regex(/^[a-z0-9-]{1,100}$/, "company-unknown")),
  since: z
    .string()
    .optional()
    .transform((day) => day?.trim() || null)
    .refine((day) => day === null || isDay(day), "day-shape"),
  after: z
    .enum(["", ...seriesActs], "after-unknown")
    .optional()
    .transform((act) => act || null),
  days: z
    .string()
    .optional()
    .transform((days) => days?.trim() ?? ""),
  unless: z
    .enum(["", ...seriesActs], "after-unknown")
    .optional()
    .transform((act) => act || null),
  in_archive: z
    .literal("on", "archive-unknown")
    .optional()
    .transform((box) => box === "on"),
};

/**
 * Parses a draft: `version` (the one the edit began on), `did countries languages holding willing companies
 * since in_archive`, `after days unless` of one that goes by itself, and `subject_<locale> greeting_<locale>
 * body_<locale>` for every language of the campaign. A draft may be empty; what cannot be stored is refused.
 */
export const draftForm = (languages: readonly string[]) => {
  const texts = languages.flatMap((locale) => [
    [`subject_${locale}`, subjectField] as const,
    [`body_${locale}`, bodyField] as const,
    [`greeting_${locale}`, greetingField] as const,
  ]);
  return z.object({ ...decisions, ...Object.fromEntries(texts) }).superRefine((form, issue) => {
    const { after, days, unless } = form as Decisions;
    const say = (field: string, message: string) =>
      issue.addIssue({ code: "custom", path: [field], message });
    if (after === null) return;
    if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > daysAtMost) say("days", "days-range");
    if (unless === after) say("unless", "unless-same");
  });
};

type Decisions = z.output<z.ZodObject<typeof decisions>>;

/** Returns the greeting of an update that has none of its own. */
export const defaultGreeting = (locale: string) => words(localeOf(locale)).mail.update.greeting;

/** Returns the content of a form: the first language always, others where something was written. */
export function contentOfForm(
  form: Decisions & Record<string, unknown>,
  languages: readonly string[],
): UpdateContent {
  const text = (name: string) => String(form[name] ?? "");
  const after: After | null = form.after && { act: form.after, days: Number(form.days), unless: form.unless };
  const texts = languages.map((locale) => ({
    locale,
    subject: text(`subject_${locale}`),
    body: text(`body_${locale}`),
    greeting: ownGreeting(form[`greeting_${locale}`], locale),
  }));
  return {
    audience: {
      countries: form.countries,
      did: after ? "anything" : form.did,
      since: after ? null : form.since,
      languages: form.languages,
      holding: form.holding,
      willing: form.willing,
      companies: form.companies,
      after,
    },
    // Who gets it by itself joins for months, so it has no day on a page of news.
    inArchive: form.in_archive && !after,
    texts: texts.filter((text, n) => n === 0 || isWritten(text)),
  };
}

/** Stores the default as null: its hash is that of an update without a greeting of its own. */
const ownGreeting = (given: unknown, locale: string) =>
  typeof given === "string" && given !== defaultGreeting(locale) ? given : null;

/** How far ahead an update can be scheduled. */
export const maxScheduleDays = 366;

/** Parses when an update goes: `day` (YYYY-MM-DD), `time` (HH:MM), in UTC. */
export const scheduleForm = (now: Date) =>
  z
    .object({
      day: z
        .string("day-missing")
        .trim()
        .refine((day) => day !== "", { message: "day-missing", abort: true })
        .refine(isDay, "day-shape"),
      time: z
        .string("time-missing")
        .trim()
        .refine((time) => time !== "", { message: "time-missing", abort: true })
        .refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), "time-shape"),
    })
    .superRefine(({ day, time }, issue) => {
      const at = Date.parse(`${day}T${time}:00Z`);
      const say = (message: string) => issue.addIssue({ code: "custom", path: ["day"], message });
      if (at <= now.getTime()) say("past");
      if (at > now.getTime() + maxScheduleDays * 86_400_000) say("far");
    });
