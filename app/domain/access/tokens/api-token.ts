import { z } from "zod";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { cleanLine } from "#app/domain/base/text.ts";

/** The scopes of a token, and the right its maker needs for each, when making it and at every use. */
export const rightForScope = {
  activity: "view",
  queues: "view",
  "export-signatures": "export-signatures",
  "export-pledges": "export-pledges",
} as const satisfies Record<string, OrganizerRight>;
export type TokenScope = keyof typeof rightForScope;
export const tokenScopes = Object.keys(rightForScope) as [TokenScope, ...TokenScope[]];

/** Days until a token expires. Tokens that export personal data expire within 90. */
export const tokenDays = [7, 30, 90, 365] as const;
export const maxExportTokenDays = 90;

/** Valid tokens of one person in one campaign. */
export const maxTokens = 20;

/** Prefix of every token, so that leaked ones are recognized. */
export const tokenPrefix = "undersigned_";

export const isExportScope = (scope: string) => scope.startsWith("export-");

export const TokenForm = z
  .object({
    name: z
      .string("name-missing")
      .transform(cleanLine)
      .refine((name) => name.length > 0, "name-missing")
      .refine((name) => name.length <= 80 && !/[\r\n\t]/.test(name), "name-long"),
    scope: z
      .union([z.string().transform((scope) => [scope]), z.array(z.string())])
      .optional()
      .transform((scopes) => [...new Set(scopes ?? [])])
      .pipe(z.array(z.enum(tokenScopes, "scope-unknown")).min(1, "scope-missing")),
    days: z
      .string("days-unknown")
      .transform(Number)
      .refine((days) => tokenDays.some((known) => known === days), "days-unknown"),
  })
  .superRefine(({ scope, days }, issue) => {
    if (scope.some(isExportScope) && days > maxExportTokenDays)
      issue.addIssue({ code: "custom", path: ["days"], message: "days-too-many" });
  });
export type TokenForm = z.output<typeof TokenForm>;

export const stateOfToken = (
  { expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null },
  now: Date,
): "works" | "expired" | "revoked" => (revokedAt ? "revoked" : expiresAt <= now ? "expired" : "works");
