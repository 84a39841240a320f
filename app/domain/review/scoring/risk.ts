import { isDisposable } from "./address-marks.ts";

/** What is known of a post before anything is stored. */
export type Risk = {
  /** One IP address sent more forms in ten minutes than an office or a school does. */
  often: boolean;
  /** One network sent more than a few in ten minutes. */
  crowded: boolean;
  /** The signer's address, in canonical form. */
  email: string;
  /** Many signatures of the campaign were put on hold in the last minutes. */
  attacked: boolean;
  /** Many of the campaign's confirmation emails bounced in the last minutes. */
  bouncing: boolean;
};

/**
 * True where proof of work is required: from an address that sends more than people do and, while a campaign
 * is under attack, from crowded networks and disposable addresses; while its confirmation emails bounce, from
 * all. Many signers at once are no risk: the few without JavaScript would wait for an organizer.
 */
export const needsChallenge = ({ often, crowded, email, attacked, bouncing }: Risk): boolean =>
  often || bouncing || (attacked && (crowded || isDisposable(email.slice(email.lastIndexOf("@") + 1))));
