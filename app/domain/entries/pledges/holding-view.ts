/** A time at which another person saw, or may have seen, somebody's holding. */
export type HoldingView = {
  at: Date;
  /** The organizer's name; empty if they are gone, and for the operator. */
  by: string;
  /** True for an export by command line. */
  byOperator: boolean;
  /** By viewing this pledge, or in an export of the list. */
  how: "look" | "export";
};
