import { z } from "zod";
import {
  invitationDays,
  type OrganizerRight,
  type OrganizerRole,
  organizerRights,
  organizerRoles,
  rightsMark,
  rightsOf,
} from "#app/domain/access/organizer.ts";
import { SignInAddressForm } from "#app/domain/access/sign-in/sign-in-form.ts";

/** A role, the ticked rights, and `shown`: the `rightsMark` of what the page displayed. */
export const RightsForm = z.object({
  role: z.enum(organizerRoles, "unreadable"),
  right: z.array(z.enum(organizerRights, "unreadable")).default([]),
  shown: z.string("unreadable").max(300).default(""),
});

/**
 * Reads the rights that a form means: choosing another role chooses its rights, and ticks count where the
 * role stayed. Null where both were changed, since nobody can tell which are meant.
 */
export function rightsChosen({
  role,
  right,
  shown,
}: z.output<typeof RightsForm>): readonly OrganizerRight[] | null {
  const [before = ""] = shown.split(" ");
  if (shown === "" || before === role) return right;
  const untouched = rightsMark({ role: before as OrganizerRole, rights: right }) === shown;
  return untouched ? rightsOf[role] : null;
}

/** Form fields that may be given more than once. */
export const repeatableTeamFields = ["right"] as const;

const daysField = z.coerce
  .number("unreadable")
  .refine((days) => invitationDays.some((known) => known === days), "unreadable");

export const InviteForm = SignInAddressForm.extend(RightsForm.shape).extend({ days: daysField });

export const OneInvitation = z.object({ invitation: z.uuid("unreadable") });
