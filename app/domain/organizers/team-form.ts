import { z } from "zod";
import { invitationDays, organizerRights, organizerRoles } from "./organizer.ts";
import { AddressForm } from "./sign-in-form.ts";

/** A role, and the rights that were ticked beside it. */
export const RightsForm = z.object({
  role: z.enum(organizerRoles, "unreadable"),
  right: z.array(z.enum(organizerRights, "unreadable")).default([]),
});

/** Fields of the team's forms that can be given more than once. */
export const repeatableTeamFields = ["right"] as const;

const daysField = z.coerce
  .number("unreadable")
  .refine((days) => invitationDays.some((known) => known === days), "unreadable");

/** Whom to invite, with which rights, and for how many days. */
export const InviteForm = AddressForm.extend(RightsForm.shape).extend({ days: daysField });

/** An open invitation to do something with. */
export const OneInvitation = z.object({ invitation: z.uuid("unreadable") });
