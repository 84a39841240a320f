import { isDisposable } from "./address-marks.ts";

/** What is known of a post before anything is stored. */
export type Risk = {
  /** One address has sent more forms in ten minutes than an office or a school does. */
  often: boolean;
  /** One network has sent more than a few in ten minutes. */
  crowded: boolean;
  /** Of the address that signs, in its canonical form. */
  email: string;
  /** Many signatures of the campaign were held back in the last minutes. */
  attacked: boolean;
};

/**
 * True where a proof of work is asked for: of an address that sends more than people do, and, while a
 * campaign is under attack, of crowded networks and throwaway addresses. Many who sign at once are no risk by
 * themselves: the few among them without JavaScript would wait for an organizer.
 */
export const isRaised = ({ often, crowded, email, attacked }: Risk): boolean =>
  often || (attacked && (crowded || isDisposable(email.slice(email.lastIndexOf("@") + 1))));
