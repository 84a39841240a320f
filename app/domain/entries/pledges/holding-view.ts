/** A moment at which what somebody holds was, or may have been, read by another person. */
export type HoldingView = {
  at: Date;
  /** Name of the organizer; empty when they are gone, and of the operator. */
  by: string;
  /** True of an export by command line. */
  byOperator: boolean;
  /** By a look at this pledge alone, or in an export of the list. */
  how: "look" | "export";
};
